from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import TWO, inputs, scale, step
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise


def holds(condition: dict[str, Any], levels: dict[str, str | None]) -> bool:
    rule = step(rule="counting", rows=[{"rating": "Good", "when": [condition]}], otherwise="Poor")
    return synthesise(rule, inputs(levels), scale()).rating == "Good"


LEVELS: dict[str, str | None] = {"A": "Good", "B": "Excellent", "C": "Poor", "D": None}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"at_least": 2, "at_or_above": "Good"}, True),
        ({"at_least": 3, "at_or_above": "Good"}, False),
        ({"at_most": 0, "below": "Adequate"}, False),
        ({"exactly": 1, "at": "Poor"}, True),
        ({"exactly": 1, "above": "Good"}, True),
        ({"at_most": 1, "at_or_below": "Adequate"}, True),
        ({"at_least": "all", "at_or_above": "Poor"}, True),
        ({"at_least": "all", "at_or_above": "Good", "among": ["A", "B"]}, True),
        ({"at_least": "all", "at_or_above": "Good", "among": ["D"]}, False),
        ({"at_least_share": "2/3", "at_or_above": "Good"}, True),
        ({"at_least_share": "3/4", "at_or_above": "Good"}, False),
        ({"at_most_share": "1/3", "at": "Poor"}, True),
        ({"at_most_share": "1/2", "at": "Poor", "among": ["D"]}, False),
        ({"exactly": 3}, True),
        ({"at_least": 4}, False),
    ],
)
def test_conditions_count_the_judged_inputs_among_those_meant(
    condition: dict[str, Any], expected: bool
) -> None:
    assert holds(condition, LEVELS) is expected


ROWS = [
    {
        "rating": "Excellent",
        "when": [{"at_least": 2, "at": "Excellent"}, {"at_most": 0, "below": "Good"}],
    },
    {"rating": "Good", "when": [{"at_most": 0, "below": "Good"}]},
]


def test_the_first_row_whose_conditions_all_hold_wins() -> None:
    rule = step(rule="counting", rows=ROWS)
    outcome = synthesise(rule, inputs(["Excellent", "Excellent", "Good"]), scale())
    assert (outcome.rating, outcome.row, outcome.value) == ("Excellent", 0, Fraction(3))
    assert synthesise(rule, inputs(["Excellent", "Good"]), scale()).row == 1


def test_a_profile_that_no_row_covers_is_undetermined_unless_there_is_an_otherwise() -> None:
    given = inputs({"A": "Poor", "B": "Good"})
    outcome = synthesise(step(rule="counting", rows=ROWS), given, scale())
    assert (outcome.state, outcome.rating) == ("undetermined", None)
    assert outcome.reason == "no row of the counting rule covers A Poor, B Good"
    assert (
        synthesise(step(rule="counting", rows=ROWS, otherwise="Poor"), given, scale()).rating
        == "Poor"
    )


def test_inputs_may_be_on_another_scale_than_the_rating() -> None:
    two = scale(TWO)
    given = [
        Input(entry.id, entry.level, entry.value, two)
        for entry in inputs(["Present", "Present"], two)
    ]
    rule = step(
        rule="counting", rows=[{"rating": "Good", "when": [{"at_least": 2, "at": "Present"}]}]
    )
    assert synthesise(rule, given, scale()).rating == "Good"
