"""What a criterion can be brought to, held against its rule on every way to spread the
judgements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated import LEVELS, steps
from tests.rubrics import FOUR, MEAN, dimension, rubric, scale_data, study
from vfi.robustness.grid import Column
from vfi.robustness.search.leaves import leaves_of
from vfi.robustness.search.reach import COSTS, Leaf, Result
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

NAMES = [name for name, _ in FOUR]
THREE = dict.fromkeys(("criterion", "dimension", "overall"), MEAN)


def leaf_of(
    step: Mapping[str, Any],
    levels: Sequence[str | None],
    scored: bool = False,
    scale: Sequence[tuple[str, object]] = FOUR,
) -> Leaf:
    """A criterion judged at these levels."""
    synthesis = THREE | {
        "criterion": step,
        "dimension": MEAN | ({"of": "scores"} if scored else {}),
    }
    built = rubric([dimension("A", ["A1"])], synthesis=synthesis, scale=scale_data(scale))
    return leaves_of(
        study(built, {f"L{place}": {"A1": level} for place, level in enumerate(levels)})
    )["A1"]


def result_of(leaf: Leaf, levels: list[str | None]) -> Result:
    """What the rule itself makes of levels, with the coverage that it asks for."""
    own = leaf.column.scale
    inputs = [
        Input(f"{place}", level, None if level is None else own.by_name[level].value, own)
        for place, level in enumerate(levels)
    ]
    outcome = synthesise(leaf.step, inputs, leaf.scale)
    return outcome.rating, outcome.value if leaf.scored and outcome.rating is not None else None


@settings(max_examples=40, deadline=None)
@given(steps([]), st.lists(LEVELS, min_size=1, max_size=4), st.integers(0, 2), st.booleans())
def test_every_result_is_reached_at_its_least_cost(
    step: dict[str, object], levels: list[str], missing: int, scored: bool
) -> None:
    leaf = leaf_of(step, [*levels, *[None] * missing], scored and step.get("on") in (None, "mean"))
    assert_each_at_its_least_cost(leaf, levels, missing)


def assert_each_at_its_least_cost(leaf: Leaf, levels: list[str], missing: int) -> None:
    """Held against every way to judge as many cases."""
    least: dict[tuple[str, Result], int] = {}
    names = leaf.column.scale.names
    for other in product(names, repeat=len(levels)):
        moves = [
            abs(names.index(then) - names.index(now))
            for now, then in zip(levels, other, strict=True)
        ]
        result = result_of(leaf, [*other, *[None] * missing])
        for cost, spent in (("steps", sum(moves)), ("judgements", sum(move > 0 for move in moves))):
            least[cost, result] = min(spent, least.get((cost, result), spent))
    for cost in COSTS:
        reach = leaf.reach()[cost]
        expected = {result: spent for (kind, result), spent in least.items() if kind == cost}
        assert {result: spent for result, (spent, _) in reach.results.items()} == expected
        assert reach.horizon is None


@settings(max_examples=40, deadline=None)
@given(steps([]), st.lists(st.integers(0, 2), min_size=5, max_size=5))
def test_redrawn_cases_are_rated_with_the_coverage_that_is_asked_for(
    step: dict[str, object], counts: list[int]
) -> None:
    leaf = leaf_of(step, ["Good"])
    *judged, missing = counts
    levels: list[str | None] = [
        name for name, count in zip(NAMES, judged, strict=True) for _ in range(count)
    ]
    assert leaf.redrawn(tuple(counts)) == result_of(leaf, [*levels, *[None] * missing])


@pytest.mark.parametrize(
    ("judged", "missing", "covered"), [(1, 1, True), (1, 2, False), (0, 0, True), (0, 1, False)]
)
def test_coverage_is_the_share_of_cases_with_a_level(
    judged: int, missing: int, covered: bool
) -> None:
    levels = ["Good"] * judged + [None] * missing
    leaf = leaf_of(MEAN | {"minimum_coverage": Fraction(1, 2)}, levels)
    assert leaf.is_covered is covered
    assert leaf_of(MEAN, levels).is_covered


def test_gaps_that_are_filled_may_be_any_level() -> None:
    leaf = leaf_of(MEAN, ["Poor", None, None])
    assert {rating for rating, _ in leaf.filled().results} == {"Poor", "Adequate", "Good"}


UNEVEN = [("Poor", 0), ("Adequate", "1/3"), ("Good", "3/4"), ("Excellent", 1)]
BELOW_ZERO = [("Poor", -4), ("Adequate", -1), ("Good", 0), ("Excellent", 3)]
HUGE = [("Poor", 0), ("Adequate", 1), ("Good", 2**61), ("Excellent", 2**62)]


@pytest.mark.parametrize("scale", [UNEVEN, BELOW_ZERO, HUGE], ids=["uneven", "negative", "huge"])
@pytest.mark.parametrize("rule", ["mean", "median"])
@pytest.mark.parametrize("scored", [False, True])
@pytest.mark.parametrize("missing", [0, 1])
def test_levels_may_lie_unequally_far_apart_below_zero_and_far_out(
    scale: list[tuple[str, object]], rule: str, scored: bool, missing: int
) -> None:
    step = {"rule": rule, "ties": "up", "missing": {"as": "Good"}}
    levels = ["Poor", "Good", "Excellent"]
    leaf = leaf_of(step, [*levels, *[None] * missing], scored, scale)
    assert not leaf.adds_up
    assert_each_at_its_least_cost(leaf, levels, missing)


def test_with_few_vectors_to_look_at_nothing_within_the_horizon_is_left_out() -> None:
    median = {"rule": "median", "ties": "up", "missing": "exclude"}
    whole = leaf_of(median, ["Poor"] * 9)
    few = replace(whole, vectors=27)
    for cost in COSTS:
        every, some = whole.reach()[cost], few.reach()[cost]
        assert every.horizon is None
        assert some.horizon == 1
        near = {result for result, (spent, _) in every.results.items() if spent <= 1}
        assert near <= some.results.keys() < every.results.keys()


@pytest.mark.parametrize("gaps", [9, 40])
def test_with_few_vectors_gaps_that_are_filled_may_be_more_than_is_said(gaps: int) -> None:
    """Those near all gaps at one level are looked at, so that the ends are there."""
    whole = leaf_of({"rule": "median", "ties": "up", "missing": "exclude"}, [None] * gaps)
    some = replace(whole, vectors=27).filled()
    assert (whole.filled().horizon, some.horizon) == (None, -1)
    assert {rating for rating, _ in some.results} == set(NAMES)
    rows = [{"rating": "Good", "when": [{"at": "Good", "exactly": gaps // 2}]}]
    counting = {"rule": "counting", "missing": "exclude", "otherwise": "Poor"}
    half = leaf_of(counting | {"rows": rows}, [None] * gaps)
    assert {rating for rating, _ in half.filled().results} == {"Good", "Poor"}
    assert {rating for rating, _ in replace(half, vectors=27).filled().results} == {"Poor"}


def test_a_criterion_without_any_case_or_gap_stays_without_a_rating() -> None:
    nobody = replace(
        leaf_of(MEAN, ["Good"]), column=Column("A1", leaf_of(MEAN, ["Good"]).scale, ((),) * 4, ())
    )
    assert nobody.filled().results == {(None, None): (0, (0, 0, 0, 0))}
    assert set(nobody.reach()["steps"].results) == {(None, None)}


def test_where_too_few_cases_have_a_level_no_change_gives_a_rating() -> None:
    leaf = leaf_of(MEAN | {"minimum_coverage": "1/2"}, ["Good", None, None])
    for cost in COSTS:
        assert leaf.reach()[cost].results == {(None, None): (0, (0, 0, 1, 0))}


def test_with_gaps_alone_what_they_count_as_is_all_there_is() -> None:
    leaf = leaf_of(MEAN | {"missing": {"as": "Good"}}, [None, None])
    for cost in COSTS:
        assert leaf.reach()[cost].results == {("Good", None): (0, (0, 0, 0, 0))}


@pytest.mark.parametrize("levels", [["Adequate", "Good"], ["Poor", "Poor", "Excellent"], ["Good"]])
@pytest.mark.parametrize("missing", [0, 2])
@pytest.mark.parametrize("scored", [False, True])
@pytest.mark.parametrize("rule", ["mean", "bands"])
def test_where_levels_lie_equally_far_apart_sums_are_enough(
    rule: str, scored: bool, missing: int, levels: list[str]
) -> None:
    """Also where a rating comes back: Good is below 1 and from 2, and Poor lies between."""
    bands = [
        {"rating": "Good", "below": 1},
        {"rating": "Poor", "from": 1, "below": 2},
        {"rating": "Good", "from": 2},
    ]
    parts: dict[str, dict[str, Any]] = {
        "mean": {"ties": "up"},
        "bands": {"on": "mean", "bands": bands},
    }
    leaf = leaf_of(
        {"rule": rule, "missing": "exclude", **parts[rule]}, [*levels, *[None] * missing], scored
    )
    assert leaf.adds_up
    assert_each_at_its_least_cost(leaf, levels, missing)


def test_gaps_that_are_filled_no_longer_count_as_a_level() -> None:
    """Of 3 and any level the mean is 3/2 or more; with a gap at 0 beside them it would be 1."""
    found = leaf_of(MEAN | {"missing": {"as": "Poor"}}, ["Excellent", None]).filled()
    assert {rating for rating, _ in found.results} == {"Good", "Excellent"}
    assert {spent for spent, _ in found.results.values()} == {0}
