"""Decisions in whole numbers: what is counted is multiplied until it is whole, and nothing else."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from tests.profiles.steps import SCALE, scale_of, spaces, step_of
from vfi.profiles.evaluation import alphabets_of
from vfi.profiles.space import Space
from vfi.profiles.tabulated import NO_ROW, UNDETERMINED_PLACE, Tabulated, WholeGuard

GOOD = {"rating": "L2", "when": [{"at_least": 1, "at": "L2"}]}


def tabulated(space: Space) -> Tabulated:
    return Tabulated.of(space.step, space.scale, alphabets_of(space))


def of_step(step: dict[str, Any], *values: Fraction | int) -> Tabulated:
    """A step over two inputs on a scale of these values."""
    scale = scale_of(*values) if values else SCALE
    return tabulated(Space(step_of(step), ("a", "b"), (scale, scale), scale, True))


@given(spaces())
def test_each_number_is_whole_and_that_of_the_rule_times_the_unit_of_its_feature(
    space: Space,
) -> None:
    made = tabulated(space)
    for name, feature in made.decision.features.items():
        for alphabet, row in zip(made.alphabets, made.tables[name], strict=True):
            neutral = int(feature.multiplies)
            exact = [neutral if entry is None else feature.of(entry) for entry in alphabet]
            assert row == [number * made.units[name] for number in exact]
            assert all(isinstance(number, int) for number in row)


@settings(max_examples=30)
@given(spaces(rules=("geometric mean",)))
def test_factors_have_the_same_unit_so_that_products_can_be_compared(space: Space) -> None:
    made = tabulated(space)
    assert len({made.units[name] for name in made.units if made.multiplies(name)}) == 1


def test_an_input_that_is_not_counted_changes_no_sum() -> None:
    made = of_step({"rule": "mean", "ties": "up"}, Fraction(1, 2), 2)
    assert [[0, 1, 4], [0, 1, 4]] in made.tables.values()
    assert made.tables["given"] == [[0, 1, 1], [0, 1, 1]]


@pytest.mark.parametrize(
    ("strict", "holds"), [(False, [False, True, True]), (True, [False, False, True])]
)
def test_a_guard_holds_for_each_profile_by_itself(strict: bool, holds: list[bool]) -> None:
    guard = WholeGuard({"a": 2, "b": -1}, -3, strict)
    totals = {"a": np.array([1, 2, 3]), "b": np.array([0, 1, 0])}
    assert guard.holds(totals, 3).tolist() == holds


def test_a_guard_on_nothing_but_a_constant_is_the_same_for_all() -> None:
    assert WholeGuard({}, 0, strict=False).holds({}, 2).tolist() == [True, True]
    assert WholeGuard({}, 0, strict=True).holds({}, 2).tolist() == [False, False]


def test_machine_words_are_used_where_no_sum_can_overflow_them() -> None:
    made = of_step({"rule": "mean", "ties": "up"})
    assert made.whole_type() is np.int64
    assert made.whole_type(inputs=1 << 62) is object
    assert of_step({"rule": "mean", "ties": "up"}, 0, 1 << 62).whole_type() is object


def test_machine_words_are_used_where_no_product_can_overflow_them() -> None:
    made = of_step({"rule": "geometric mean", "ties": "up"}, 1, 10)
    assert made.whole_type(inputs=2) is np.int64
    assert made.whole_type(inputs=20) is object


def test_the_first_row_that_holds_gives_place_and_row_and_none_leaves_it_undetermined() -> None:
    rows = [{"rating": "L3", "when": [{"at_least": 2, "at": "L2"}]}, GOOD]
    made = of_step({"rule": "counting", "rows": rows})
    totals = {
        name: np.array([0, 1, 2]) if name.startswith("selected") else np.array([2, 2, 2])
        for name in made.compared
    }
    places, numbers = made.places(totals, 3)
    assert places.tolist() == [UNDETERMINED_PLACE, 2, 3]
    assert numbers.tolist() == [NO_ROW, 1, 0]
