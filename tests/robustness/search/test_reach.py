"""What a criterion can be brought to, held against its rule on every way to spread the
judgements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated import LEVELS, steps
from tests.rubrics import FOUR, MEAN, dimension, rubric, study
from vfi.robustness.search.leaves import leaves_of
from vfi.robustness.search.reach import COSTS, Leaf, Result
from vfi.synthesis import Input, synthesise

NAMES = [name for name, _ in FOUR]
THREE = dict.fromkeys(("criterion", "dimension", "overall"), MEAN)


def leaf_of(step: Mapping[str, Any], levels: Sequence[str | None], scored: bool = False) -> Leaf:
    """A criterion judged at these levels."""
    synthesis = THREE | {
        "criterion": step,
        "dimension": MEAN | ({"of": "scores"} if scored else {}),
    }
    built = rubric([dimension("A", ["A1"])], synthesis=synthesis)
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
    least: dict[tuple[str, Result], int] = {}
    for other in product(NAMES, repeat=len(levels)):
        moves = [
            abs(NAMES.index(then) - NAMES.index(now))
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
