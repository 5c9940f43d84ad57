from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.relational.studies import MEAN, assert_equal, rated, rubric_of, study_of
from tests.rubrics import Grid

GAP = {
    "rule": "counting",
    "missing": "exclude",
    "rows": [{"rating": "High", "when": [{"at_least": 1, "at": "High"}]}],
}


@pytest.mark.parametrize(
    ("levels", "state", "rating"),
    [
        (["High", "Low"], "rated", "High"),
        (["Low", "Low"], "undetermined", None),
        ([None, None], "insufficient evidence", None),
    ],
)
def test_a_rule_without_an_answer_is_not_missing_evidence(
    levels: list[str | None], state: str, rating: str | None
) -> None:
    figure = rated(GAP, levels)
    assert (figure.state, figure.rating) == (state, rating)


@pytest.mark.parametrize(("minimum", "state"), [("1/2", "rated"), ("2/3", "insufficient evidence")])
def test_coverage_is_enough_from_the_least_that_is_asked_for(minimum: str, state: str) -> None:
    step = {"rule": "mean", "ties": "up", "minimum_coverage": minimum}
    assert rated(step, ["High", None]).state == state


def test_a_node_whose_inputs_have_no_answer_is_undetermined_while_the_evidence_is_there() -> None:
    rubric = rubric_of({"A": ["A.1"], "B": ["B.1"]}, synthesis={"dimension": GAP})
    grid: Grid = {"N": {"A.1": "Low", "B.1": "Low"}, "S": {"A.1": None, "B.1": None}}
    figures = assert_equal(study_of(rubric, grid))
    assert figures["N", "overall"].state == "undetermined"
    assert figures["S", "overall"].state == "insufficient evidence"


def test_a_node_that_a_hurdle_limits_hands_up_no_more_than_its_cap() -> None:
    cap: dict[str, Any] = {"id": "h", "title": "H", "reason": "R", "kind": "soft", "cap": "Low"}
    rubric = rubric_of(
        {"A": ["A.1", "A.2"], "B": ["B.1"]},
        hurdles=[{**cap, "node": "A", "when": [{"node": "A.1", "at": "Low"}]}],
        synthesis={"overall": {**MEAN, "of": "scores"}},
    )
    grid: Grid = {
        "N": {"A.1": "Low", "A.2": "High", "B.1": "High"},
        "S": {"A.1": "High", "A.2": "Middle", "B.1": "High"},
    }
    figures = assert_equal(study_of(rubric, grid))
    assert (figures["N", "A"].rating, figures["N", "A"].value) == ("Low", Fraction(1))
    assert figures["N", "overall"].value == Fraction(1)
    assert figures["S", "overall"].value == Fraction(7, 4)
