"""Sums of judgements: what they decide and what it costs to change them, against every way to."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rubrics import scale, step
from vfi.robustness.search.counts import Cost, Counts, costs_from
from vfi.robustness.search.reach import COSTS
from vfi.robustness.search.sums import (
    cost_of_sum,
    counts_with_sum,
    fewest,
    looks_at_sum,
    outcome_of_sum,
    runs_of,
    spacing,
)
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

COUNTS = st.lists(st.integers(0, 2), min_size=2, max_size=4).map(tuple)
EVERY_COST = pytest.mark.parametrize("cost", COSTS)
BANDS = {"rule": "bands", "bands": [{"rating": "Poor", "below": 3}, {"rating": "Good", "from": 3}]}


def sum_of(counts: Counts) -> int:
    return sum(place * count for place, count in enumerate(counts))


def costs_by_difference(counts: Counts, cost: Cost) -> dict[int, int]:
    """The least cost of each change of the sum, over every spread of as many judgements."""
    total, least = sum(counts), dict[int, int]()
    for after in product(range(total + 1), repeat=len(counts)):
        if sum(after) == total:
            spent = int(costs_from(counts, np.array([after]))[cost][0])
            difference = sum_of(after) - sum_of(counts)
            least[difference] = min(spent, least.get(difference, spent))
    return least


@EVERY_COST
@given(counts=COUNTS)
def test_a_sum_is_changed_in_the_fewest_changes_there_are(counts: Counts, cost: Cost) -> None:
    expected = costs_by_difference(counts, cost)
    reach = cost_of_sum(counts, cost)
    assert {difference: fewest(reach, difference) for difference in expected} == expected


@EVERY_COST
@given(counts=COUNTS)
def test_counts_with_a_sum_are_as_many_have_it_and_cost_the_least(
    counts: Counts, cost: Cost
) -> None:
    for difference, least in costs_by_difference(counts, cost).items():
        after = counts_with_sum(counts, difference, cost)
        assert (sum(after), sum_of(after) - sum_of(counts)) == (sum(counts), difference)
        assert costs_from(counts, np.array([after]))[cost][0] == least


def test_single_steps_are_taken_from_each_judgement_in_turn() -> None:
    assert counts_with_sum((3, 0, 0, 0), 3, "steps") == (0, 3, 0, 0)
    assert counts_with_sum((3, 0, 0, 0), 3, "judgements") == (2, 0, 0, 1)
    assert counts_with_sum((0, 0, 0, 3), -4, "steps") == (0, 1, 2, 0)


@pytest.mark.parametrize(
    ("parts", "is_enough"),
    [
        ({"rule": "mean", "ties": "up"}, True),
        (BANDS | {"on": "percentage"}, True),
        ({"rule": "median", "ties": "up"}, False),
        ({"rule": "worst"}, False),
        ({"rule": "mode", "ties": "up"}, False),
    ],
)
def test_a_sum_is_enough_for_rules_that_add_values(parts: dict[str, Any], is_enough: bool) -> None:
    assert looks_at_sum(step(**parts)) is is_enough


@pytest.mark.parametrize(
    ("values", "apart"), [([0, 1, 2], 1), (["1/2", 2, "7/2"], Fraction(3, 2)), ([0, 1, 3], None)]
)
def test_levels_are_spaced_where_neighbours_lie_equally_far_apart(
    values: list[Any], apart: Fraction | None
) -> None:
    assert spacing(scale([(f"L{place}", value) for place, value in enumerate(values)])) == apart


@pytest.mark.parametrize("missing", ["exclude", {"as": "Good"}])
@pytest.mark.parametrize(
    "parts",
    [
        {"rule": "mean", "ties": "down"},
        BANDS | {"on": "sum"},
        BANDS | {"on": "mean"},
        BANDS | {"on": "percentage"},
    ],
    ids=str,
)
def test_of_a_sum_the_rule_makes_what_it_makes_of_judgements_with_that_sum(
    parts: dict[str, Any], missing: Any
) -> None:
    made = step(**parts, missing=missing)
    for levels in product([*scale().names, None], repeat=3):
        known = [scale().by_name[level].value for level in levels if level is not None]
        inputs = [
            Input(str(place), level, None if level is None else scale().by_name[level].value)
            for place, level in enumerate(levels)
        ]
        expected = synthesise(made, inputs, scale())
        gaps = levels.count(None)
        found = outcome_of_sum(made, scale(), scale(), sum(known, Fraction(0)), len(known), gaps)
        assert (found.state, found.rating) == (expected.state, expected.rating), levels


def test_runs_are_as_long_as_the_result_stays_the_same() -> None:
    assert list(runs_of(lambda number: number // 3, -1, 6)) == [
        (-1, -1, -1),
        (0, 2, 0),
        (3, 5, 1),
        (6, 6, 2),
    ]
    assert list(runs_of(lambda number: number > 3, 4, 9)) == [(4, 9, True)]
    assert list(runs_of(lambda number: number, 2, 1)) == []
