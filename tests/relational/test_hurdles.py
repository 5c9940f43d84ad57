from fractions import Fraction
from typing import Any

import pytest

from tests.relational.studies import MEAN, assert_equal, rubric_of, study_of
from tests.rubrics import Grid
from vfi.relational.figures import RecomputedNode

BREACH = {"id": "breach", "title": "Breach", "meaning": "?"}
GRID: Grid = {
    "N": {"A.1": "High", "A.2": "High", "B.1": "Low"},
    "S": {"A.1": "High", "A.2": None, "B.1": "High"},
}


def hurdle(*when: dict[str, Any], node: str = "overall", cap: str | None = None) -> dict[str, Any]:
    kind = {"kind": "hard"} if cap is None else {"kind": "soft", "cap": cap}
    return {
        "id": "h",
        "title": "H",
        "reason": "For a test.",
        "node": node,
        "when": list(when),
        **kind,
    }


def figures(
    *hurdles: dict[str, Any], failures: Any = (), **parts: Any
) -> dict[Any, RecomputedNode]:
    rubric = rubric_of(
        {"A": ["A.1", "A.2"], "B": ["B.1"]},
        hurdles=list(hurdles),
        failure_indicators=[BREACH],
        **parts,
    )
    return assert_equal(study_of(rubric, GRID, failures))


def test_a_soft_hurdle_caps_and_a_hard_one_drops() -> None:
    low_books = {"node": "B", "at_or_below": "Low"}
    capped = figures(hurdle(low_books, cap="Low"))
    assert (capped["N", "overall"].rating, capped["S", "overall"].rating) == ("Low", "High")
    assert figures(hurdle(low_books))["N", "overall"].rating == "Low"


def test_counts_of_criteria_leave_out_those_without_a_level() -> None:
    all_high = hurdle(
        {"at_least": "all", "at": "High", "among": "criteria"}, node="A", cap="Middle"
    )
    found = figures(all_high)
    assert (found["N", "A"].rating, found["S", "A"].rating, found[None, "A"].rating) == (
        "Middle",
    ) * 3


@pytest.mark.parametrize(("cases", "over_all"), [(1, "Low"), (2, "High")])
def test_one_record_fails_its_case_and_the_whole_needs_as_many_as_it_says(
    cases: int, over_all: str
) -> None:
    found = figures(
        hurdle({"failure": "breach", "cases": cases}, node="A"), failures=[("N", "breach")]
    )
    assert (found["N", "A"].rating, found["S", "A"].rating, found[None, "A"].rating) == (
        "Low",
        "High",
        over_all,
    )


def test_a_capped_child_enters_with_the_value_of_its_cap() -> None:
    cap = hurdle({"node": "B", "at": "Low"}, node="A", cap="Middle")
    found = figures(cap, synthesis={"overall": {**MEAN, "of": "scores"}})
    assert found["N", "overall"].value == Fraction(1, 2)
