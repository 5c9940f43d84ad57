"""What a rule counts of its inputs, and how it compares the totals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis import Entry, counted
from vfi.synthesis.decision import (
    CONSTANT,
    Decision,
    DecisionRow,
    Feature,
    Guard,
    Linear,
    exceeds,
    minus,
    reaches,
    times,
    value_of,
)

A, B = {"a": 1}, {"b": 1}


@pytest.mark.parametrize(
    ("a", "reached", "exceeded"),
    [(1, False, False), (2, True, False), (3, True, True), (Fraction(5, 2), True, True)],
)
def test_a_total_reaches_what_it_exceeds_or_equals(
    a: Fraction | int, reached: bool, exceeded: bool
) -> None:
    totals = {"a": a, "b": 2}
    assert (reaches(A, B).holds(totals), exceeds(A, B).holds(totals)) == (reached, exceeded)
    assert reaches(A, B).negated().holds(totals) is not reached
    assert exceeds(A, B).negated().holds(totals) is not exceeded


def test_a_guard_is_a_difference_that_is_at_least_0_or_above_it() -> None:
    assert Guard(A) == Guard(A, strict=False)
    assert reaches(A, B) == Guard({"a": 1, "b": -1})
    assert exceeds(A, {CONSTANT: 2}) == Guard({"a": 1, CONSTANT: -2}, strict=True)
    assert reaches(A, B).negated() == Guard({"a": -1, "b": 1}, strict=True)


def test_linear_combinations_are_multiplied_subtracted_and_worked_out() -> None:
    terms: Linear = {"a": 2, "b": Fraction(1, 2), CONSTANT: 3}
    assert times(terms, 4) == {"a": 8, "b": 2, CONSTANT: 12}
    assert minus(terms, {"a": 5, "c": 1}) == {"a": -3, "b": Fraction(1, 2), CONSTANT: 3, "c": -1}
    assert value_of(terms, {"a": 5, "b": 6, "unused": 100}) == 16


def entries(*levels: str) -> list[Entry]:
    return counted(step(rule="worst"), inputs(levels), scale())


def value(entry: Entry) -> Fraction:
    return entry.value


@pytest.mark.parametrize("by_name", [False, True])
def test_what_is_counted_of_each_input_is_added_up_or_multiplied(by_name: bool) -> None:
    features = {"sum": Feature(value), "product": Feature(value, multiplies=True)}
    decision = Decision(features, (), by_name)
    given = entries("Excellent", "Good", "Excellent", "Excellent")
    assert decision.totals(given) == {"given": 4, "sum": 11, "product": 54}


def test_an_input_is_told_from_another_at_the_same_level_only_by_a_rule_that_goes_by_name() -> None:
    """Where it does not, what is counted of the first is taken to be true of all of them."""
    features = {"first": Feature(lambda entry: int(entry.id == "I0"))}
    given = entries("Good", "Good", "Poor")
    assert Decision(features, ()).totals(given)["first"] == 2
    assert Decision(features, (), by_name=True).totals(given)["first"] == 1


def test_the_first_row_whose_guards_all_hold_decides() -> None:
    rows = (DecisionRow((exceeds(A, {}), exceeds(B, {})), 2), DecisionRow((exceeds(A, {}),), 1))
    decision = Decision({}, (*rows, DecisionRow((), None)))
    assert decision.row_for({"a": 1, "b": 1}).place == 2
    assert decision.row_for({"a": 1, "b": 0}).place == 1
    assert decision.row_for({"a": 0, "b": 1}).place is None
