"""What a hurdle may declare, when it is triggered, and what it leaves."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.rubrics import TWO, dimension, rubric, scale, scale_data, study
from vfi.rubric import Hurdle
from vfi.scoring import Node, score
from vfi.study import Failure
from vfi.synthesis import HurdleOutcome


def hurdle(**parts: Any) -> Hurdle:
    return Hurdle.model_validate(
        {
            "id": "h",
            "title": "h",
            "reason": "r",
            "node": "A",
            "kind": "hard",
            "when": [{"failure": "f"}],
        }
        | parts
    )


def refused(**parts: Any) -> str:
    """What is found in a hurdle that is none."""
    with pytest.raises(ValidationError) as error:
        hurdle(**parts)
    (problem,) = error.value.errors()
    return str(problem["ctx"]["found"])


def test_a_soft_hurdle_has_a_cap_and_a_hard_one_none() -> None:
    assert refused(kind="soft") == "a soft hurdle without a cap"
    assert refused(kind="hard", cap="Good") == "a hard hurdle with a cap"
    assert hurdle(kind="soft", cap="Good").cap == "Good"
    assert hurdle(kind="hard").cap is None


@pytest.mark.parametrize(
    "condition",
    [
        {"node": "A1", "at": "Good"},
        {"failure": "f", "cases": 2},
        {"at_least": 1, "below": "Good", "among": "criteria"},
        {"exactly": "all", "among": ("A1",)},
    ],
)
def test_what_a_condition_speaks_of_says_which_kind_it_is(condition: dict[str, Any]) -> None:
    (read,) = hurdle(when=[condition]).when
    assert read.model_dump(exclude_none=True) == condition
    (again,) = hurdle(when=[read]).when
    assert again == read


def test_a_condition_on_a_node_names_a_level() -> None:
    assert refused(when=[{"node": "A1"}]) == "no level"


def test_a_failure_is_asked_for_in_one_case_at_least() -> None:
    with pytest.raises(ValidationError):
        hurdle(when=[{"failure": "f", "cases": 0}])
    (condition,) = hurdle(when=[{"failure": "f"}]).when
    assert condition.model_dump() == {"failure": "f", "cases": 1}


def test_a_hurdle_has_a_condition() -> None:
    with pytest.raises(ValidationError):
        rubric(
            [dimension("A")],
            hurdles=[
                {"id": "h", "title": "h", "reason": "r", "node": "A", "kind": "hard", "when": []}
            ],
        )


GRID = {"A1": "Good", "A2": "Poor", "B1": None, "C": "Present"}


def limited(
    *hurdles: dict[str, Any],
    node: str = "overall",
    failures: tuple[str, ...] = (),
    grid: dict[str, str | None] = GRID,
) -> Node:
    """The node of two cases that are judged alike, with such hurdles."""
    built = rubric(
        [dimension("A", ["A1", "A2"]), dimension("B", ["B1"]), dimension("C", scale="presence")],
        scales={"presence": scale_data(TWO)},
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "a breach"}],
        hurdles=[
            {"title": "h", "reason": "r", "kind": "hard", "node": node, "id": f"h{place}", **one}
            for place, one in enumerate(hurdles)
        ],
    )
    records = [Failure(case, "breach", "so it is") for case in failures]
    return score(study(built, {"K": grid, "L": grid}, failures=records)).node(node)


def one(*when: dict[str, Any], **more: Any) -> HurdleOutcome:
    """What one hurdle of such conditions did."""
    (outcome,) = limited({"when": list(when)}, **more).hurdles
    return outcome


def counted(outcome: HurdleOutcome) -> str:
    """What was found for the one condition of a hurdle, without what it asked."""
    return outcome.findings.rpartition(": ")[2]


@pytest.mark.parametrize(
    ("condition", "triggered", "findings"),
    [
        ({"node": "A1", "at": "Good"}, True, "A1 is Good"),
        ({"node": "A1", "at_or_below": "Good"}, True, "A1 is Good"),
        ({"node": "A1", "below": "Good"}, False, "A1 is Good"),
        ({"node": "A1", "at": "Poor"}, False, "A1 is Good, not at Poor"),
        ({"node": "A1", "above": "Poor"}, True, "A1 is Good, above Poor"),
        ({"node": "B1", "at_or_above": "Poor"}, False, "B1 has no level"),
        ({"node": "B", "at_or_above": "Poor"}, False, "B has no level"),
        ({"node": "C", "above": "Absent"}, True, "C is Present, above Absent"),
    ],
)
def test_a_condition_on_a_node_looks_at_its_level(
    condition: dict[str, Any], triggered: bool, findings: str
) -> None:
    outcome = one(condition)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)


@pytest.mark.parametrize(
    ("condition", "triggered", "findings"),
    [
        (
            {"at_least": 2, "at_or_above": "Poor", "among": ["A1", "A2"]},
            True,
            "at least 2 at or above Poor among A1, A2: 2 of 2 (A1, A2)",
        ),
        (
            {"at_least": 1, "at": "Good", "among": ["A2", "B1"]},
            False,
            "at least 1 at Good among A2, B1: 0 of 1",
        ),
        (
            {"exactly": "all", "at": "Poor", "among": ["A2", "B1"]},
            True,
            "all at Poor among A2, B1: 1 of 1 (A2)",
        ),
        (
            {"exactly": "all", "at": "Poor", "among": ["B1"]},
            False,
            "all at Poor among B1: 0 of 0",
        ),
        (
            {"at_least": 1, "at": "Present", "among": ["C"]},
            True,
            "at least 1 at Present among C: 1 of 1 (C)",
        ),
    ],
)
def test_a_count_looks_at_what_has_a_level_among_those_meant(
    condition: dict[str, Any], triggered: bool, findings: str
) -> None:
    outcome = one(condition)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)


def test_criteria_are_those_below_the_node_and_dimensions_those_of_the_whole() -> None:
    criteria = {"at_least": 1, "among": "criteria"}
    assert counted(one(criteria, node="A")) == "2 of 2 (A1, A2)"
    assert counted(one(criteria)) == "2 of 2 (A1, A2)"
    both = one({"at_least": 1, "at_or_above": "Poor", "among": ["A", "B"]})
    assert counted(both) == "1 of 1 (A)"
    built = rubric(
        [dimension("A", ["A1"]), dimension("B")],
        hurdles=[
            {
                "id": "h",
                "title": "h",
                "reason": "r",
                "kind": "hard",
                "node": node,
                "when": [{"at_least": 1, "among": "dimensions"}],
            }
            for node in ("overall", "A")
        ],
    )
    card = score(study(built, {"K": {"A1": "Good", "B": "Good"}}))
    assert counted(card.overall.hurdles[0]) == "2 of 2 (A, B)"
    assert counted(card.node("A").hurdles[0]) == "0 of 0"


@pytest.mark.parametrize(
    ("failures", "cases", "triggered", "findings"),
    [
        ((), 1, False, "breach is not recorded"),
        (("K",), 1, True, "breach is recorded for K"),
        (("K",), 2, False, "breach is recorded for K, at least 2 are needed"),
        (("K", "L"), 2, True, "breach is recorded for K, L, at least 2 are needed"),
        (("K", "L"), 1, True, "breach is recorded for K, L"),
    ],
)
def test_a_failure_is_looked_for_in_so_many_cases(
    failures: tuple[str, ...], cases: int, triggered: bool, findings: str
) -> None:
    outcome = one({"failure": "breach", "cases": cases}, failures=failures)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)


def test_every_condition_has_to_hold_and_each_is_told() -> None:
    good, poor = {"node": "A1", "at": "Good"}, {"node": "A2", "at": "Good"}
    outcome = one(good, poor)
    assert (outcome.triggered, outcome.lowered) == (False, False)
    assert outcome.findings == "A1 is Good; A2 is Poor, not at Good"
    assert one(good, {"node": "A2", "at": "Poor"}).triggered


def test_each_hurdle_takes_what_the_one_before_it_left() -> None:
    when = [{"node": "A1", "at": "Good"}]
    node = limited(
        {"kind": "soft", "cap": "Adequate", "when": when},
        {"kind": "soft", "cap": "Good", "when": when},
        {"kind": "hard", "when": when},
        node="A",
        grid={"A1": "Good", "A2": "Excellent", "B1": None, "C": None},
    )
    assert [(outcome.before, outcome.after) for outcome in node.hurdles] == [
        ("Excellent", "Adequate"),
        ("Adequate", "Adequate"),
        ("Adequate", "Poor"),
    ]
    assert [outcome.lowered for outcome in node.hurdles] == [True, False, True]
    assert [outcome.hurdle.id for outcome in node.lowered_by] == ["h0", "h2"]
    assert (node.before, node.rating) == ("Excellent", "Poor")


def test_what_has_no_rating_stays_without_one() -> None:
    nothing = {"A1": None, "A2": None, "B1": None, "C": "Present"}
    node = limited({"when": [{"node": "C", "at": "Present"}]}, node="A", grid=nothing)
    (outcome,) = node.hurdles
    assert (outcome.triggered, outcome.before, outcome.after) == (True, None, None)
    assert node.rating is None


def test_a_hurdle_names_each_failure_and_each_node_that_it_looks_at() -> None:
    built = hurdle(
        node="A",
        when=[
            {"failure": "f"},
            {"node": "B1", "at": "Poor"},
            {"failure": "g", "cases": 2},
            {"failure": "f", "cases": 3},
            {"at_least": 1, "among": "criteria"},
        ],
    )
    assert built.failures_named == ("f", "g")
    of = rubric([dimension("A", ["A1", "A2"]), dimension("B", ["B1"])])
    assert built.looked_at(of) == ["B1", "A1", "A2"]


@pytest.mark.parametrize(
    ("rating", "capped", "dropped"),
    [("Excellent", "Good", "Poor"), ("Good", "Good", "Poor"), ("Poor", "Poor", "Poor")],
)
def test_a_soft_hurdle_leaves_its_cap_and_a_hard_one_the_lowest_level(
    rating: str, capped: str, dropped: str
) -> None:
    soft, hard = hurdle(kind="soft", cap="Good"), hurdle()
    assert (soft.ceiling(scale()), hard.ceiling(scale())) == ("Good", "Poor")
    assert (soft.lowers(rating, scale()), hard.lowers(rating, scale())) == (capped, dropped)
    assert soft.lowers(None, scale()) is None
