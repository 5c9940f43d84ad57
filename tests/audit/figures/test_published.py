"""Printed tables of four documents, with the faults that are in them.

000: Domestic Abuse Duty Evaluation: Qualitative Comparative Analysis (MHCLG, July 2025).
001: Evaluation of the Domestic Abuse Duty (MHCLG, July 2025).
002: Delivery of support in domestic abuse safe accommodation: annual progress report 2021-22
    (DLUHC).
003: SafeLives' 2017 survey of domestic abuse practitioners (January 2018).
004: A public health approach to ending domestic abuse for the whole family (SafeLives, June 2023).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from vfi.audit.figures.audit import FigureAudit, audit_figures
from vfi.audit.figures.findings import FigureSeverity
from vfi.audit.figures.table import load_figures
from vfi.audit.rounding import Rounding

TABLES = Path(__file__).resolve().parent.parent / "tables"
SOUND = (
    "idva-fte-by-service-size-2017",
    "idva-service-size-2017",
    "practitioners-2017",
    "qca-truth-tables-2025",
    "safe-accommodation-2022",
    "survivors-supported-2025",
    "those-who-harm-2023",
    "volunteers-2017",
)
FAULTS = {
    "comments-2017": [("possible", "Multi-agency working", "16%", "15%")],
    "partnership-boards-2025": [
        ("possible", "Quarterly", "77%", "79%"),
        ("possible", "Every other month", "18%", "16%"),
    ],
    "practitioner-services-2017": [
        ("follows", "Total / % | Idva", "61%", "60%"),
        ("follows", "Total / % | Outreach", "57%", "56%"),
        ("follows", "Total / % | Children's support worker", "29%", "28%"),
    ],
    "professionals-2023": [("pooled", "All professionals", "10%", "6.1% to 7.1%")],
    "qca-evidence-2025": [
        ("possible", "Condition 1", "38.81578947%", "39.09774436%"),
        ("possible", "Condition 2", "25.65789474%", "25.56390977%"),
        ("possible", "Condition 3", "53.28947368%", "53.38345865%"),
        ("possible", "Condition 5", "53.28947368%", "53.38345865%"),
        ("possible", "Condition 7", "19.1%", "18.8%"),
    ],
    "survivors-2023": [("possible", "Experienced intimate partner abuse", "99%", "98%")],
    "unsupported-households-2022": [
        ("follows", "Other", "6,546 (33%)", "34%"),
        ("same", "Not able to meet the needs, in the text", "3,329 (17%)", "3,229"),
    ],
}


def audited(name: str, rounding: Rounding = Rounding.NEAREST) -> FigureAudit:
    return audit_figures(load_figures(TABLES / f"{name}.csv"), rounding)


def test_every_table_is_accounted_for() -> None:
    assert sorted(path.stem for path in TABLES.glob("*.csv")) == sorted(
        (*SOUND, *FAULTS, "idva-coverage-2017")
    )


@pytest.mark.parametrize("name", sorted(path.stem for path in TABLES.glob("*.csv")))
def test_every_figure_names_its_document(name: str) -> None:
    figures = audited(name).tables.figures
    assert all("(" in figure.source or "DLUHC" in figure.source for figure in figures)


@pytest.mark.parametrize("name", SOUND)
def test_sound_tables_give_no_finding(name: str) -> None:
    audit = audited(name)
    assert not audit.findings
    assert audit.checks


@pytest.mark.parametrize("name", FAULTS)
def test_faults_that_are_in_print(name: str) -> None:
    faults = audited(name).of(FigureSeverity.FAULT)
    found = [
        (fault.check, fault.figure.name, fault.figure.printed, fault.follows) for fault in faults
    ]
    assert found == FAULTS[name]


def test_coverage_that_the_printed_amounts_do_not_give() -> None:
    """003, Regional Capacity: the amounts are full-time equivalents, rounded, and could give it
    before rounding.
    """
    audit = audited("idva-coverage-2017")
    found = [
        (finding.figure.row, finding.figure.printed, finding.follows) for finding in audit.findings
    ]
    assert found == [
        ("London", "105%", "104%"),
        ("South West", "81%", "80%"),
        ("West Midlands", "56%", "55%"),
    ]
    assert {finding.severity for finding in audit.findings} == {FigureSeverity.ROUNDED}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("partnership-boards-2025", "n = 22 makes all 3 percentages of this base possible"),
        (
            "practitioner-services-2017",
            "n = 274 to 276 makes all 7 percentages of this base possible",
        ),
        (
            "qca-evidence-2025",
            "n = 152 is the smallest that makes all 4 percentages of this base possible",
        ),
        ("unsupported-households-2022", "33% follows when rounded down"),
        ("survivors-2023", "99% is possible when rounded up"),
    ],
)
def test_what_would_make_them_right(name: str, words: str) -> None:
    assert words in audited(name).of(FigureSeverity.FAULT)[0].would_hold


@pytest.mark.parametrize("rounding", list(Rounding))
def test_no_one_rounding_gives_the_reasons_of_2022(rounding: Rounding) -> None:
    """002, below paragraph 41: 33% needs rounding down, and 40% (39.94%) and 17% (16.74%) forbid
    it.
    """
    assert "follows" in {
        fault.check
        for fault in audited("unsupported-households-2022", rounding).of(FigureSeverity.FAULT)
    }


def test_half_even_does_not_give_13_per_cent_of_24() -> None:
    """004, Those who harm: 3 of 24 is 12.5%, printed as 13%."""
    (fault,) = audited("those-who-harm-2023", Rounding.HALF_EVEN).of(FigureSeverity.FAULT)
    assert (fault.figure.printed, fault.follows) == ("3 (13%)", "12%")
    assert not audited("those-who-harm-2023", Rounding.HALF_UP).findings


def test_conditions_without_one_base_cannot_be_checked() -> None:
    """000, Table E1.2: conditions 1 to 3 pool two lines of Table E1.1, and condition 6 has no
    number there.
    """
    unchecked = audited("qca-evidence-2025").of(FigureSeverity.UNCHECKED)
    assert [finding.figure.row for finding in unchecked] == [
        f"Condition {place}" for place in (1, 2, 3, 6)
    ]
