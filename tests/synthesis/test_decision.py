"""Totals of inputs, and the comparisons of them that give a rating."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rubrics import inputs, scale, step
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
from vfi.synthesis.outcome import Entry
from vfi.synthesis.step import counted

HALF = Fraction(1, 2)
FOUR = scale()


def entries(*levels: str) -> list[Entry]:
    return [
        Entry(f"I{place}", level, FOUR.by_name[level].value, FOUR)
        for place, level in enumerate(levels)
    ]


def test_a_linear_combination_adds_what_stands_without_a_total() -> None:
    assert value_of({"a": 2, "b": HALF, CONSTANT: -3}, {"a": 5, "b": 1, "c": 9}) == Fraction(15, 2)
    assert value_of({}, {"a": 5}) == 0


def test_combinations_are_multiplied_and_subtracted_term_by_term() -> None:
    assert times({"a": 2, CONSTANT: -1}, HALF) == {"a": 1, CONSTANT: -HALF}
    assert minus({"a": 2, "b": 1}, {"b": 1, "c": 3}) == {"a": 2, "b": 0, "c": -3}


@pytest.mark.parametrize(
    ("total", "is_reached", "is_exceeded"), [(1, False, False), (2, True, False), (3, True, True)]
)
def test_a_limit_itself_is_reached_and_not_exceeded(
    total: int, is_reached: bool, is_exceeded: bool
) -> None:
    totals = {"a": total}
    assert reaches({"a": 1}, {CONSTANT: 2}).holds(totals) is is_reached
    assert exceeds({"a": 1}, {CONSTANT: 2}).holds(totals) is is_exceeded


@pytest.mark.parametrize("guard", [Guard({"a": 1, CONSTANT: -2}), Guard({"a": 1}, strict=True)])
def test_a_negated_guard_holds_where_the_other_does_not(guard: Guard) -> None:
    for total in (-1, 0, 1, 2, 3):
        assert guard.negated().holds({"a": total}) is not guard.holds({"a": total})


def test_the_numbers_of_inputs_are_added_or_multiplied() -> None:
    decision = Decision(
        {
            "sum": Feature(lambda entry: entry.value),
            "product": Feature(lambda entry: entry.value, multiplies=True),
        },
        (DecisionRow((), 0),),
    )
    totals = decision.totals(entries("Good", "Excellent", "Good"))
    assert totals == {"given": 3, "sum": 7, "product": 12}
    assert decision.totals([]) == {"given": 0, "sum": 0, "product": 1}


def test_inputs_at_the_same_level_are_told_apart_only_where_their_names_matter() -> None:
    named = {"first": Feature(lambda entry: int(entry.id == "I0"))}
    row = (DecisionRow((), 0),)
    pair = entries("Good", "Good")
    assert Decision(named, row, by_name=True).totals(pair)["first"] == 1
    assert Decision(named, row).totals(pair)["first"] == 2


def test_levels_of_two_scales_are_not_alike_though_name_and_value_are() -> None:
    twin = scale()
    levels = [entry._replace(scale=on) for entry in entries("Good") for on in (FOUR, twin)]
    decision = Decision(
        {"twin": Feature(lambda entry: int(entry.scale is twin))}, (DecisionRow((), 0),)
    )
    assert decision.totals(levels)["twin"] == 1


def test_the_first_row_whose_guards_all_hold_applies() -> None:
    two, even = reaches({"a": 1}, {CONSTANT: 2}), exceeds({"b": 1}, {})
    rows = (DecisionRow((two, even), 3), DecisionRow((two,), 2, number=7), DecisionRow((), None))
    decision = Decision({}, rows)
    assert decision.row_for({"a": 2, "b": 1}).place == 3
    assert decision.row_for({"a": 2, "b": 0}) == rows[1]
    assert decision.row_for({"a": 1, "b": 1}).place is None


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


def counted_levels(*levels: str) -> list[Entry]:
    return counted(step(rule="worst"), inputs(levels), scale())


def value(entry: Entry) -> Fraction:
    return entry.value


@pytest.mark.parametrize("by_name", [False, True])
def test_what_is_counted_of_each_input_is_added_up_or_multiplied(by_name: bool) -> None:
    features = {"sum": Feature(value), "product": Feature(value, multiplies=True)}
    decision = Decision(features, (), by_name)
    given = counted_levels("Excellent", "Good", "Excellent", "Excellent")
    assert decision.totals(given) == {"given": 4, "sum": 11, "product": 54}


def test_an_input_is_told_from_another_at_the_same_level_only_by_a_rule_that_goes_by_name() -> None:
    """Where it does not, what is counted of the first is taken to be true of all of them."""
    features = {"first": Feature(lambda entry: int(entry.id == "I0"))}
    given = counted_levels("Good", "Good", "Poor")
    assert Decision(features, ()).totals(given)["first"] == 2
    assert Decision(features, (), by_name=True).totals(given)["first"] == 1


def test_the_first_row_whose_guards_all_hold_decides() -> None:
    rows = (DecisionRow((exceeds(A, {}), exceeds(B, {})), 2), DecisionRow((exceeds(A, {}),), 1))
    decision = Decision({}, (*rows, DecisionRow((), None)))
    assert decision.row_for({"a": 1, "b": 1}).place == 2
    assert decision.row_for({"a": 1, "b": 0}).place == 1
    assert decision.row_for({"a": 0, "b": 1}).place is None
