"""Exact stretches of numbers, with or without their ends, and the ratings that a step gives to the
numbers in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from vfi.synthesis.intervals import edges_of
from vfi.synthesis.scale import UNDETERMINED, Scale

if TYPE_CHECKING:
    from vfi.synthesis.rule import NumberRule

HALF = Fraction(1, 2)


class Bound(NamedTuple):
    """An end of a stretch of numbers.

    Attributes:
        value: the number.
        beyond: 0 where the number belongs to the stretch; 1 where the stretch begins just above it,
            -1 where it ends just below. Bounds compare in the order of the numbers that they let
            in.
    """

    value: Fraction
    beyond: int = 0


class Span(NamedTuple):
    """The numbers from one bound to another."""

    lower: Bound
    upper: Bound

    @property
    def in_words(self) -> str:
        """`2`, `from 3/2 to under 5/2`."""
        if self.lower.value == self.upper.value:
            return str(self.lower.value)
        start, end = self.ends_in_words
        return f"{'' if self.lower.beyond else 'from '}{start} to {end}"

    @property
    def ends_in_words(self) -> tuple[str, str]:
        """Both ends, such as `3/2` and `under 5/2`."""
        lower, upper = self
        return f"{'above ' * lower.beyond}{lower.value}", f"{'under ' * -upper.beyond}{upper.value}"

    def capped(self, limit: Fraction) -> Span:
        """What becomes of the numbers when none may be above a limit."""
        highest = Bound(limit)
        return Span(min(self.lower, highest), min(self.upper, highest))


def point(value: Fraction) -> Span:
    """One number."""
    return Span(Bound(value), Bound(value))


def hull(spans: Sequence[Span]) -> Span:
    """From the lowest number of some spans to the highest."""
    return Span(min(span.lower for span in spans), max(span.upper for span in spans))


def by_rating(step: NumberRule, scale: Scale, spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    """The numbers of some spans by the rating that a step gives them, the state of bands without a
    band included.
    """
    pieces_by_rating: dict[str, dict[Span, None]] = {}
    edges = _edges(step, scale)
    for span in dict.fromkeys(spans):
        for rating, piece in _rated_pieces(step, scale, span, edges):
            pieces_by_rating.setdefault(rating, {})[piece] = None
    return {rating: tuple(pieces) for rating, pieces in pieces_by_rating.items()}


def _rated_pieces(
    step: NumberRule, scale: Scale, span: Span, edges: Sequence[Fraction]
) -> Iterator[tuple[str, Span]]:
    """Pieces of a span, each as long as its rating stays the same."""
    current: tuple[str, Span] | None = None
    for inside, cell in _cells(span, edges):
        rating = _rating(step, scale, inside)
        if current is not None and current[0] == rating:
            current = rating, Span(current[1].lower, cell.upper)
            continue
        if current is not None:
            yield current
        current = rating, cell
    if current is not None:
        yield current


def _cells(span: Span, edges: Sequence[Fraction]) -> Iterator[tuple[Fraction, Span]]:
    """A span cut at the edges: each edge by itself, and what lies between two; with a number inside
    each.
    """
    low, high = span.lower.value, span.upper.value
    stops = [low, *(edge for edge in edges if low < edge < high), *([high] if high > low else [])]
    for number, stop in enumerate(stops):
        if number:
            before = stops[number - 1]
            yield (before + stop) * HALF, Span(Bound(before, 1), Bound(stop, -1))
        if span.lower <= Bound(stop) <= span.upper:
            yield stop, point(stop)


def _edges(step: NumberRule, scale: Scale) -> list[Fraction]:
    """Every number at which the rating can change."""
    return sorted(set(edges_of(step.intervals(scale))))


def _rating(step: NumberRule, scale: Scale, value: Fraction) -> str:
    interval = step.rated(value, scale)
    return UNDETERMINED if interval is None else scale.levels[interval.place].name


def between(numbers: Sequence[Fraction]) -> Span:
    """Everything from the lowest of some numbers to the highest."""
    return Span(Bound(min(numbers)), Bound(max(numbers)))
