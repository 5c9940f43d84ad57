"""Numbers looked up between edges: which rating a mean, a median, a sum or a percentage gets."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from vfi.synthesis.choices import Towards
from vfi.synthesis.decision import DecisionRow, Guard, Linear, minus, times
from vfi.synthesis.outcome import Margin

if TYPE_CHECKING:
    from vfi.synthesis.levels import Band
    from vfi.synthesis.scale import Scale

HALF = Fraction(1, 2)
BELOW, ABOVE = -1, 1
ROUNDED_FROM = {"down": ABOVE, "up": BELOW}  # on which side lie the numbers rounded to a whole one
Edge: TypeAlias = tuple[Fraction, bool]  # a number, and whether it belongs to what it ends


class Interval(NamedTuple):
    """The numbers from one edge to another, and the rating that they get.

    Attributes:
        lower: the lower edge; None where there is none.
        upper: the upper edge; None where there is none.
        place: the place of the rating on its scale.
        number: which band of the rule it is; None for the stretch around a level.
    """

    lower: Edge | None
    upper: Edge | None
    place: int
    number: int | None = None

    @property
    def margin(self) -> Margin:
        """Its edges."""
        return Margin(self.lower, self.upper)

    def holds(self, number: Fraction) -> bool:
        """Whether a number lies in it."""
        is_above = self.lower is None or _is_beyond(number, *self.lower)
        return is_above and (
            self.upper is None or not _is_beyond(number, self.upper[0], not self.upper[1])
        )

    def row(self, numerator: Linear, denominator: Linear) -> DecisionRow:
        """The row that applies where a quotient lies in it; its denominator is above 0."""
        guards = []
        if self.lower is not None:
            guards.append(_beyond(numerator, denominator, *self.lower))
        if self.upper is not None:
            edge, is_included = self.upper
            guards.append(_beyond(numerator, denominator, edge, not is_included).negated())
        return DecisionRow(tuple(guards), self.place, self.number)


def _is_beyond(number: Fraction, edge: Fraction, is_included: bool) -> bool:
    return number > edge or (is_included and number == edge)


def _beyond(numerator: Linear, denominator: Linear, edge: Fraction, is_included: bool) -> Guard:
    """That a quotient is above an edge, or on it where it is included; multiplied out."""
    terms = minus(times(numerator, edge.denominator), times(denominator, edge.numerator))
    return Guard(terms, strict=not is_included)


def goes_up(position: int, scale: Scale, ties: Literal["up", "down", "even"] | Towards) -> bool:
    """Whether a tie between the level at a place of the scale and the one above it goes up."""
    if isinstance(ties, Towards):
        return scale.positions[ties.towards] > position
    if ties == "even":
        return scale.levels[position + 1].value % 2 == 0
    return ties == "up"


def around_levels(
    scale: Scale, ties: Literal["up", "down", "even"] | Towards
) -> tuple[Interval, ...]:
    """For each level, the highest first, the numbers that are nearest to it.

    The threshold between two neighbouring levels lies half way between their values. A number
    exactly on it is a tie, which the rubric says how to take; Python's own rounding (half to even)
    has no part in this.
    """
    thresholds = [
        (threshold, goes_up(position, scale, ties))
        for position, threshold in enumerate(scale.thresholds)
    ]
    upper_ends = [(threshold, not is_up) for threshold, is_up in thresholds]
    stretches = zip([None, *thresholds], [*upper_ends, None], strict=True)
    intervals = [
        Interval(lower, upper, position) for position, (lower, upper) in enumerate(stretches)
    ]
    return tuple(reversed(intervals))


def of_bands(
    bands: Sequence[Band], rounded: str, positions: Mapping[str, int]
) -> tuple[Interval, ...]:
    """For each band, in order, the numbers that are in it once they are rounded."""
    return tuple(
        Interval(*_before_rounding(band, rounded), positions[band.rating], number)
        for number, band in enumerate(bands)
    )


def _before_rounding(band: Band, rounded: str) -> tuple[Edge | None, Edge | None]:
    """The edges of a band as numbers before rounding."""
    if rounded == "none":
        return band.lower, band.upper
    lower = upper = None
    if band.lower is not None:
        edge, included = band.lower
        lowest = math.ceil(edge) if included else math.floor(edge) + 1
        lower = _reach(lowest, rounded, BELOW)
    if band.upper is not None:
        edge, included = band.upper
        highest = math.floor(edge) if included else math.ceil(edge) - 1
        upper = _reach(highest, rounded, ABOVE)
    return lower, upper


def _reach(integer: int, rounded: str, side: int) -> Edge:
    """The number furthest to a side that is rounded to a whole one, and whether it still is."""
    if rounded in ROUNDED_FROM:
        goes_away = ROUNDED_FROM[rounded] == side
        return (Fraction(integer + side), False) if goes_away else (Fraction(integer), True)
    return integer + side * HALF, side == BELOW if rounded == "half_up" else integer % 2 == 0


def to_whole(number: Fraction, rounded: str) -> Fraction:
    """The number as a whole one, by the convention named; unchanged for `none`."""
    below = math.floor(number)
    if rounded == "none" or number == below:
        return number
    if rounded == "half_even" and number - below == HALF:
        return Fraction(below + below % 2)
    goes_higher = {"up": True, "down": False}.get(rounded, number - below >= HALF)
    return Fraction(below + goes_higher)


def holding(intervals: Iterable[Interval], number: Fraction) -> Interval | None:
    """The first interval that holds a number; None where none does."""
    return next((interval for interval in intervals if interval.holds(number)), None)


def edges_of(intervals: Iterable[Interval]) -> Iterator[Fraction]:
    """Where intervals begin and end."""
    for interval in intervals:
        for edge in (interval.lower, interval.upper):
            if edge is not None:
                yield edge[0]


def tie_in_words(ties: Literal["up", "down", "even"] | Towards) -> str:
    """Where a number exactly half way between two levels goes: `goes to the higher`."""
    if isinstance(ties, Towards):
        return f"goes to the one nearer to {ties.towards}"
    words = {
        "up": "goes to the higher",
        "down": "goes to the lower",
        "even": "goes to the even one",
    }
    return words[ties]


def nearest_in_words(number: str, ties: Literal["up", "down", "even"] | Towards) -> str:
    """How a mean or a median is taken to a level."""
    tie = tie_in_words(ties)
    return f"taken to the nearest level; a {number} exactly half way between two levels {tie}."
