"""What a rule remembers of its children: the same memory only where it cannot but give the same
rating.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generated import steps
from tests.rubrics import scale
from tests.rubrics import step as made_step
from vfi.robustness.search.folding import Folding
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

CHILDREN = ["A", "B"]
LEVELS = scale().levels
FRACTIONS = st.fractions(0, 3, max_denominator=6)


def inputs(values: Sequence[Any]) -> list[Input]:
    """The children, each None or at a level's value, or at a score between levels."""
    found = []
    for name, value in zip(CHILDREN, values, strict=True):
        level = None if value is None else [one.name for one in LEVELS if one.value <= value][-1]
        found.append(Input(name, level, value, scale()))
    return found


def memory(folding: Folding, children: Sequence[Input]) -> tuple[int, ...]:
    return reduce(folding.merge, [folding.of(child) for child in children], folding.start)


@settings(max_examples=150, deadline=None)
@given(steps(CHILDREN), st.data())
def test_the_same_memory_gets_the_same_result(step: dict[str, Any], data: st.DataObject) -> None:
    step.pop("minimum_coverage", None)
    made = made_step(**step)
    values = st.none() | (
        FRACTIONS if step["rule"] in ("mean", "weighted mean", "median") else st.integers(0, 3)
    )
    one, other = (inputs(data.draw(st.lists(values, min_size=2, max_size=2))) for _ in range(2))
    folding = Folding(made, scale(), [*one, *other])
    if memory(folding, one) == memory(folding, other):
        first, second = synthesise(made, one, scale()), synthesise(made, other, scale())
        assert (first.rating, first.value) == (second.rating, second.value)


@pytest.mark.parametrize(
    "parts",
    [
        {"rule": "mean", "ties": "up"},
        {"rule": "weighted mean", "ties": "up", "weights": {"A": "1/2", "B": "1/3"}},
        {
            "rule": "bands",
            "on": "mean",
            "rounded": "none",
            "bands": [{"rating": "Poor", "from": 0}],
        },
    ],
)
@given(st.lists(FRACTIONS, min_size=2, max_size=2), st.lists(FRACTIONS, min_size=2, max_size=2))
def test_sums_of_fractions_are_remembered_to_the_last_part(
    parts: dict[str, Any], first: list[Any], second: list[Any]
) -> None:
    step = made_step(**parts)
    one, other = inputs(first), inputs(second)
    folding = Folding(step, scale(), [*one, *other])
    same = synthesise(step, one, scale()).value == synthesise(step, other, scale()).value
    assert (memory(folding, one) == memory(folding, other)) is same
