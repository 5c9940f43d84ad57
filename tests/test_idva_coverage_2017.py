"""The study of the 2017 regional table against what the survey printed.

Source: SafeLives' 2017 survey of domestic abuse practitioners in England and Wales (January 2018),
    section "Idva
provision in 2017", table of coverage by region.
"""

from __future__ import annotations

import csv
import math
import re
from fractions import Fraction

import pytest

from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

STUDY = load_study("idva-coverage-2017")
FOLDER = STUDY.folder
assert FOLDER is not None
with (FOLDER / "printed-table.csv").open(encoding="utf-8", newline="") as file:
    PRINTED = {row["region"]: row for row in csv.DictReader(file)}
HALF = Fraction(1, 2)


def computed(region: str) -> Fraction:
    return Fraction(
        100 * int(PRINTED[region]["fte_high_risk"]), int(PRINTED[region]["recommended"])
    )


def printed(region: str) -> int:
    return int(PRINTED[region]["printed_percentage"])


def two_places(value: Fraction) -> str:
    return f"{math.floor(100 * value + HALF) / 100:.2f}"


def test_eight_of_eleven_printed_percentages_follow() -> None:
    follow = {region: math.floor(computed(region) + HALF) == printed(region) for region in PRINTED}
    assert len(follow) == 11
    assert sum(follow.values()) == 8
    assert [region for region, does in follow.items() if not does] == [
        "London",
        "South West",
        "West Midlands",
    ]


@pytest.mark.parametrize(
    ("region", "exact", "shown", "difference"),
    [
        ("London", Fraction(4900, 47), 105, "0.74"),
        ("South West", Fraction(7800, 97), 81, "0.59"),
        ("West Midlands", Fraction(2700, 49), 56, "0.90"),
    ],
)
def test_by_how_much_three_do_not(
    region: str, exact: Fraction, shown: int, difference: str
) -> None:
    assert (computed(region), printed(region)) == (exact, shown)
    assert two_places(shown - exact) == difference
    assert shown - math.floor(exact + HALF) == 1


@pytest.mark.parametrize(
    ("region", "most"), [("London", "104.98"), ("South West", "81.35"), ("West Midlands", "55.90")]
)
def test_unrounded_figures_could_give_what_is_printed(region: str, most: str) -> None:
    row = PRINTED[region]
    highest = 100 * (int(row["fte_high_risk"]) + HALF) / (int(row["recommended"]) - HALF)
    assert two_places(highest) == most
    assert computed(region) < printed(region) - HALF < highest


def test_sums_of_the_columns() -> None:
    regions = [row for region, row in PRINTED.items() if region != "Total"]
    sums = {
        column: sum(int(row[column]) for row in regions)
        for column in ("services", "fte_advisors", "fte_high_risk", "recommended")
    }
    assert sums == {"services": 170, "fte_advisors": 897, "fte_high_risk": 782, "recommended": 1062}
    total = {column: int(PRINTED["Total"][column]) for column in sums}
    assert total == {
        "services": 168,
        "fte_advisors": 897,
        "fte_high_risk": 782,
        "recommended": 1059,
    }


def test_london_is_just_under_the_80_per_cent_of_the_text() -> None:
    london = PRINTED["London"]
    assert (
        two_places(Fraction(100 * int(london["fte_high_risk"]), int(london["fte_advisors"])))
        == "79.89"
    )


def test_five_regions_below_two_thirds_as_the_text_says() -> None:
    below = [region for region in PRINTED if computed(region) < Fraction(200, 3)]
    assert below == [
        "East Midlands",
        "North East",
        "South East",
        "West Midlands",
        "Yorkshire & Humber",
    ]


def test_readings_are_the_printed_figures() -> None:
    names = {case.id: case.name for case in STUDY.cases}
    assert [*names.values(), "Total"] == list(PRINTED)
    for reading in STUDY.readings:
        assert reading.value == computed(names[reading.case])


def test_every_level_is_the_one_proposed() -> None:
    scorecard = score(STUDY)
    assert len(scorecard.proposals) == 10
    assert not any(proposal.departs for proposal in scorecard.proposals)
    assert scorecard.nodes["COV.1"].counts == {
        "Below half": 0,
        "Half": 5,
        "Two thirds": 4,
        "Nine tenths": 0,
        "Full": 1,
    }


def test_no_level_depends_on_the_three_percentages() -> None:
    indicator = STUDY.rubric.judged["COV.1"].indicator
    assert indicator is not None
    for region in PRINTED:
        levels = {
            band.rating
            for band in indicator.levels
            for value in (computed(region), Fraction(printed(region)))
            if band.holds(value)
        }
        assert len(levels) == 1


def test_table_of_the_narrative() -> None:
    rows = re.findall(
        r"^\| (.+?) \| ([\d,]+) \| ([\d,]+) \| ([\d.]+)% \| (\d+)% \| (yes|no) \|$",
        STUDY.narrative["recomputation"],
        re.M,
    )
    assert [row[0] for row in rows] == list(PRINTED)
    for region, advisors, recommended, percentage, shown, follows in rows:
        row = PRINTED[region]
        assert [advisors.replace(",", ""), recommended.replace(",", "")] == [
            row["fte_high_risk"],
            row["recommended"],
        ]
        assert percentage == two_places(computed(region))
        assert int(shown) == printed(region)
        assert follows == (
            "yes" if math.floor(computed(region) + HALF) == printed(region) else "no"
        )
