"""What a hurdle may declare, when it is triggered, and what it leaves."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.rubrics import dimension, rubric, scale
from tests.synthesis.making import hurdle, limited, outcome_of, refused


def test_a_soft_hurdle_has_a_cap_and_a_hard_one_none() -> None:
    assert refused(kind="soft") == "a soft hurdle without a cap"
    assert refused(kind="hard", cap="Good") == "a hard hurdle with a cap"
    assert hurdle(kind="soft", cap="Good").cap == "Good"
    assert hurdle(kind="hard").cap is None


def test_a_hurdle_has_a_condition() -> None:
    with pytest.raises(ValidationError):
        rubric(
            [dimension("A")],
            hurdles=[
                {"id": "h", "title": "h", "reason": "r", "node": "A", "kind": "hard", "when": []}
            ],
        )


def test_every_condition_has_to_hold_and_each_is_told() -> None:
    good, poor = {"node": "A1", "at": "Good"}, {"node": "A2", "at": "Good"}
    outcome = outcome_of(good, poor)
    assert (outcome.triggered, outcome.lowered) == (False, False)
    assert outcome.findings == "A1 is Good; A2 is Poor, not at Good"
    assert outcome_of(good, {"node": "A2", "at": "Poor"}).triggered


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
