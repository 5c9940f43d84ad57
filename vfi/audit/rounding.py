"""What a printed number can have been before it was rounded, and what a value is printed as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import reduce


class Rounding(StrEnum):
    """How values became the digits in print."""

    NEAREST = "nearest"
    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    DOWN = "down"
    UP = "up"


STATED = (Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.DOWN, Rounding.UP)
IN_WORDS = {
    Rounding.NEAREST: "rounded to the nearest, a half either way",
    Rounding.HALF_UP: "rounded half up",
    Rounding.HALF_EVEN: "rounded half to even",
    Rounding.DOWN: "rounded down",
    Rounding.UP: "rounded up",
}


@dataclass(frozen=True, slots=True)
class ValueRange:
    """The values between two ends, each of which belongs to it or does not."""

    low: Fraction
    high: Fraction
    includes_low: bool = True
    includes_high: bool = True

    def __contains__(self, value: Fraction | int) -> bool:
        above = value > self.low or (self.includes_low and value == self.low)
        below = value < self.high or (self.includes_high and value == self.high)
        return above and below

    def __add__(self, other: ValueRange) -> ValueRange:
        return ValueRange(
            self.low + other.low,
            self.high + other.high,
            self.includes_low and other.includes_low,
            self.includes_high and other.includes_high,
        )

    def __mul__(self, factor: Fraction | int) -> ValueRange:
        """The interval stretched by a factor above zero."""
        return ValueRange(
            self.low * factor, self.high * factor, self.includes_low, self.includes_high
        )

    def meets(self, values: ValueRange) -> bool:
        """Whether some value is in both."""
        low, high = max(self.low, values.low), min(self.high, values.high)
        return low < high or (low == high and low in self and low in values)

    def integers(self) -> range:
        """The whole numbers in the interval."""
        first = -(-self.low.numerator // self.low.denominator)
        last = self.high.numerator // self.high.denominator
        first += first == self.low and not self.includes_low
        last -= last == self.high and not self.includes_high
        return range(first, last + 1)


def sum_of(intervals: Iterable[ValueRange]) -> ValueRange:
    """Every sum that takes one value from each interval."""
    return reduce(ValueRange.__add__, intervals, ValueRange(Fraction(0), Fraction(0)))


def before_rounding(value: Fraction, unit: Fraction, rounding: Rounding) -> ValueRange:
    """Every value that is printed as `value` when it is rounded to multiples of `unit`."""
    match rounding:
        case Rounding.DOWN:
            return ValueRange(value, value + unit, includes_high=False)
        case Rounding.UP:
            return ValueRange(value - unit, value, includes_low=False)
        case Rounding.HALF_UP:
            return ValueRange(value - unit / 2, value + unit / 2, includes_high=False)
        case Rounding.HALF_EVEN:
            even = (value / unit) % 2 == 0
            return ValueRange(
                value - unit / 2, value + unit / 2, includes_low=even, includes_high=even
            )
        case Rounding.NEAREST:
            return ValueRange(value - unit / 2, value + unit / 2)


def as_rounded(value: Fraction, unit: Fraction, rounding: Rounding) -> tuple[Fraction, ...]:
    """What a value is printed as: one number, or both neighbours where a half may go either way."""
    below = (value // unit) * unit
    return tuple(
        candidate
        for candidate in (below, below + unit)
        if value in before_rounding(candidate, unit, rounding)
    )
