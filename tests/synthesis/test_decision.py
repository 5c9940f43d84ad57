"""Totals of inputs, and the comparisons of them that give a rating."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rubrics import scale
from vfi.synthesis.decision import (
    CONSTANT,
    Decision,
    DecisionRow,
    Feature,
    Guard,
    exceeds,
    minus,
    reaches,
    times,
    value_of,
)
from vfi.synthesis.outcome import Entry

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
