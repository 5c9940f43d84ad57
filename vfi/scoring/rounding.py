"""From an exact value to the nearest level of a scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from vfi.rubric import Scale
from vfi.scoring.models import Margin


def to_level(value: Fraction, scale: Scale, ties: Literal["up", "down"]) -> tuple[str, Margin]:
    """The level that a value is nearest to, and the thresholds between which it would stay there.

    The threshold between two neighbouring levels lies half way between their values. A value exactly on it is a
    tie, which the rubric says how to take; Python's own rounding (half to even) has no part in this.

    Args:
        value: the exact result of a synthesis rule, on the scale's own values.
        scale: the levels.
        ties: which way a tie goes.
    """
    up = ties == "up"
    thresholds = _thresholds(scale)
    reached = sum(value > threshold or (up and value == threshold) for threshold in thresholds)
    lower = (thresholds[reached - 1], up) if reached > 0 else None
    upper = (thresholds[reached], not up) if reached < len(thresholds) else None
    return scale.levels[reached].name, Margin(lower, upper)


def _thresholds(scale: Scale) -> list[Fraction]:
    pairs = zip(scale.levels, scale.levels[1:], strict=False)
    return [(below.value + above.value) / 2 for below, above in pairs]
