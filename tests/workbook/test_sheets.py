from __future__ import annotations

from typing import Any

import pytest
from xlsxwriter import Workbook

from tests.rubrics import MEAN, dimension, rubric
from vfi.rubric.models.rubric import Rubric
from vfi.workbook.sheets import LONGEST_NAME, sheets_of, sheets_of_tiers

REFUSED_BY_EXCEL = set("[]:*?/\\'")


def with_plurals(*plurals: str) -> Rubric:
    """A rubric whose tiers have these plurals, the lowest first."""
    tiers: list[Any] = [
        {"id": f"t{place}", "title": "node", "plural": plural}
        for place, plural in enumerate(plurals)
    ]
    synthesis = dict.fromkeys((*(tier["id"] for tier in tiers), "overall"), MEAN)
    return rubric([dimension("A", ["A1"])], tiers=tiers, synthesis=synthesis)


def test_two_tiers_are_criteria_and_dimensions() -> None:
    of = rubric([dimension("A", ["A1"])])
    assert sheets_of_tiers(of) == {"criterion": "Criteria", "dimension": "Dimensions"}
    shown = sheets_of(of)
    assert shown["Judgements"] == "The level of each case on each criterion: the cells to change"
    assert shown["Dimensions"] == "The rating of each dimension over all cases"


def test_the_sheets_of_tiers_stand_in_order_between_the_judgements_and_the_whole() -> None:
    shown = list(sheets_of(with_plurals("KLOEs", "quality statements", "themes")))
    start = shown.index("KLOEs")
    assert shown[start - 1 : start + 4] == [
        "Failures",
        "KLOEs",
        "Quality statements",
        "Themes",
        "Overall",
    ]


@pytest.mark.parametrize(
    ("plural", "name"),
    [
        ("cases", "Cases 2"),
        ("judgements", "Judgements 2"),
        ("history", "History 2"),
        ("aims/means [draft]", "Aims means (draft)"),
        ("'children's needs'", "’children’s needs’"),
        ("lines of enquiry that a panel has asked about", "Lines of enquiry that a panel h"),
        ("\u200b?*", "Nodes"),
        ("ß" * 40, "SS" + "ß" * 29),
        ("\U0001f600" * 20, "\U0001f600" * 15),
    ],
)
def test_a_plural_becomes_a_name_that_a_sheet_may_have(plural: str, name: str) -> None:
    assert sheets_of_tiers(with_plurals(plural, "themes"))["t0"] == name


def test_plurals_that_differ_in_what_a_name_drops_have_two_names() -> None:
    names = list(sheets_of_tiers(with_plurals("a" * 40, "a" * 41, "A" * 31)).values())
    assert names == ["A" + "a" * 30, "A" + "a" * 28 + " 2", "A" * 29 + " 3"]


def test_spreadsheets_take_every_name() -> None:
    plurals = ("b/c", "b:c", "Case workings", "'", "x" * 100, "x" * 101)
    names = list(sheets_of(with_plurals(*plurals)))
    book = Workbook()
    for name in names:
        assert len(name) <= LONGEST_NAME
        assert not set(name) & REFUSED_BY_EXCEL
        book.add_worksheet(name)
