from __future__ import annotations

from fractions import Fraction

import pytest

from tests.making import rubric_of
from vfi.synthesis.choices import Ties
from vfi.synthesis.intervals import around_levels, holding
from vfi.synthesis.outcome import Margin
from vfi.synthesis.scale import Scale

FOUR = rubric_of([1]).scale


def to_level(value: Fraction, scale: Scale, ties: Ties) -> tuple[str, Margin]:
    """The level that a number is taken to, and the thresholds of that level."""
    interval = holding(around_levels(scale, ties), value)
    assert interval is not None
    return scale.names[interval.place], interval.margin


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [
        (Fraction(0), "L0", "L0"),
        (Fraction(1, 2), "L1", "L0"),
        (Fraction(3, 2), "L2", "L1"),
        (Fraction(5, 2), "L3", "L2"),
        (Fraction(3), "L3", "L3"),
        (Fraction(3, 2) - Fraction(1, 10**30), "L1", "L1"),
        (Fraction(3, 2) + Fraction(1, 10**30), "L2", "L2"),
    ],
)
def test_nearest_level_and_ties(value: Fraction, up: str, down: str) -> None:
    assert to_level(value, FOUR, "up")[0] == up
    assert to_level(value, FOUR, "down")[0] == down


def test_ties_go_one_way_where_rounding_half_to_even_would_not() -> None:
    assert [to_level(Fraction(n, 2), FOUR, "up")[0] for n in (1, 3, 5)] == ["L1", "L2", "L3"]
    assert [to_level(Fraction(n, 2), FOUR, "down")[0] for n in (1, 3, 5)] == ["L0", "L1", "L2"]


def test_thresholds_lie_half_way_between_the_values_of_the_scale() -> None:
    scale = rubric_of([1], [0, Fraction(1, 3), 10]).scale
    assert to_level(Fraction(1, 3), scale, "up") == (
        "L1",
        Margin(lower=(Fraction(1, 6), True), upper=(Fraction(31, 6), False)),
    )
    assert to_level(Fraction(5), scale, "up")[0] == "L1"
    assert to_level(Fraction(6), scale, "up")[0] == "L2"


def test_the_ends_of_the_scale_have_no_threshold_beyond() -> None:
    assert to_level(Fraction(0), FOUR, "down")[1] == Margin(None, (Fraction(1, 2), True))
    assert to_level(Fraction(3), FOUR, "down")[1] == Margin((Fraction(5, 2), False), None)
