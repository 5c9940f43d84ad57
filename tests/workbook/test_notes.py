from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import dimension, rubric, study
from tests.workbook.making import cached, formulas, rows_of, small
from vfi.scoring.scorecard import score

HURDLE = {
    "id": "h",
    "title": "Weakest",
    "reason": "r",
    "kind": "hard",
    "node": "overall",
    "when": [{"failure": "f", "cases": 2}, {"at_least": 1, "at": "Poor", "among": "criteria"}],
}
FAILURE = [{"id": "f", "title": "Fire", "meaning": "It burned."}]


def labelled(sheet: Any) -> dict[str, str]:
    return {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value}


def test_the_first_sheet_says_what_it_is_and_how_much() -> None:
    about = labelled(cached(small())["About"])
    assert about["Study"] == "Demo study (demo-study)"
    assert about["Rubric"] == "Demo (demo, version 1)"
    assert about["Size"] == ("2 cases, 2 criteria, 4 judgements, 1 of them insufficient evidence")
    assert about["Ratings changed"] == "0 of 8"


def test_ratings_that_changed_are_counted_on_every_sheet() -> None:
    counted = labelled(formulas(small())["About"])["Ratings changed"]
    for sheet in ("Criteria", "Dimensions", "Overall", "Case workings"):
        assert f"NOT(EXACT('{sheet}'!" in counted


def test_every_rule_hurdle_and_failure_is_told_in_words() -> None:
    rows = rows_of(cached(small(hurdles=[HURDLE], failure_indicators=FAILURE))["Rules"])
    told = {row["Title"]: row["Rule, over all cases"] for row in rows}
    assert told["Criterion A1"].startswith("The mean of the levels that the cases")
    assert "f is recorded for at least 2 cases" in told["Hurdle: Weakest"]
    assert "among the criteria" in told["Hurdle: Weakest"]
    assert "It burned." in " ".join(map(str, told.values()))


def test_the_levels_are_there_with_insufficient_evidence_which_is_none() -> None:
    rows = [row for row in rows_of(cached(small())["Levels"]) if row["Meaning"]]
    assert [(row["Level"], row["Value"]) for row in rows] == [
        ("Poor", "0"),
        ("Adequate", "1"),
        ("Good", "2"),
        ("Excellent", "3"),
        ("Insufficient evidence", ""),
    ]


@pytest.mark.parametrize(("published", "words"), [("Good", "equal"), ("Poor", "differs")])
def test_a_published_rating_stands_beside_the_computed_one(published: str, words: str) -> None:
    of = rubric([dimension("A", ["A1"])])
    scorecard = score(study(of, {"L": {"A1": "Good"}}, published={"A1": published}))
    (row,) = rows_of(cached(scorecard)["Published"])
    assert (row["Published"], row["Computed"], row["Comparison"]) == (published, "Good", words)
    equal = int(words == "equal")
    shown = cached(scorecard)["Published"]["A3"].value
    assert shown == f"Equal to the computed ones: {equal} of 1 published rating."
