"""The level that a measured quantity proposes."""

from __future__ import annotations

from fractions import Fraction

from vfi.rubric.models import Indicator
from vfi.rubric.rules.bands import band_of


def propose(indicator: Indicator, value: Fraction) -> str | None:
    """The level of the band that holds a value; None when none does."""
    place = band_of(value, indicator.levels)
    return None if place is None else indicator.levels[place].rating


def measured(indicator: Indicator, numerator: Fraction, denominator: Fraction) -> Fraction:
    """The value of a ratio or percentage."""
    ratio = numerator / denominator
    return 100 * ratio if indicator.measure == "percentage" else ratio
