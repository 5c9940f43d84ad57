"""From an exact value to the nearest level of a scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from vfi.synthesis.outcome import Margin
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import Towards

Ties = Literal["up", "down", "even"] | Towards


def to_level(value: Fraction, scale: Scale, ties: Ties) -> tuple[str, Margin]:
    """The level that a value is nearest to, and the thresholds between which it would stay there.

    The threshold between two neighbouring levels lies half way between their values. A value
    exactly on it is a tie, which the rubric says how to take; Python's own rounding (half to even)
    has no part in this.

    Args:
        value: the exact result of a synthesis rule, on the scale's own values.
        scale: the levels.
        ties: which way a tie goes.
    """
    thresholds = scale.thresholds
    reached = sum(
        value > threshold or (value == threshold and goes_up(place, scale, ties))
        for place, threshold in enumerate(thresholds)
    )
    lower = (thresholds[reached - 1], goes_up(reached - 1, scale, ties)) if reached > 0 else None
    upper = (
        (thresholds[reached], not goes_up(reached, scale, ties))
        if reached < len(thresholds)
        else None
    )
    return scale.levels[reached].name, Margin(lower, upper)


def goes_up(place: int, scale: Scale, ties: Ties) -> bool:
    """Whether a tie between the level at a place of the scale and the one above it goes to the one
    above.
    """
    if isinstance(ties, Towards):
        return scale.positions[ties.towards] > place
    if ties == "even":
        return scale.levels[place + 1].value % 2 == 0
    return ties == "up"
