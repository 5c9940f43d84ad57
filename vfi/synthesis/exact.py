"""Exact sums that stay quick over many values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm


def total(values: Sequence[Fraction]) -> Fraction:
    """The exact sum of the values, in whole numbers over their common denominator."""
    common = lcm(*(value.denominator for value in values))
    return Fraction(
        sum(value.numerator * (common // value.denominator) for value in values), common
    )
