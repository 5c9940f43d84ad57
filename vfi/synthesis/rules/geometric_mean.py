"""The geometric mean of the values, taken to the nearest level."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from vfi.synthesis.choices import Ties
from vfi.synthesis.decision import DecisionRow, Feature, exceeds, reaches
from vfi.synthesis.intervals import around_levels, nearest_in_words
from vfi.synthesis.rule import LevelRule, Line, Worked

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entry
    from vfi.synthesis.scale import Scale


class GeometricMean(LevelRule):
    """The root of the product of the values, of as many as there are, taken to the nearest level.

    A low level weighs more in it than in the arithmetic mean, and one whose value is 0 decides. The
    root is hardly ever a fraction, and never needed: it passes a threshold where the product of the
    values passes the threshold multiplied by itself as often. So a node that is rated by it has no
    value, and no score for a node above.
    """

    rule: Literal["geometric mean"]
    ties: Ties

    rises = True
    takes_negative_values = False
    value_is_of_level = False
    conventions = ("up", "down", "even")

    @property
    def is_on_the_scale(self) -> bool:
        """It has no value that a node above could take."""
        return False

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """The product of the values, and that of each threshold as often."""
        powers = {
            _power(edge): Feature(_always(edge), multiplies=True) for edge in scale.thresholds
        }
        return {"product": Feature(lambda entry: entry.value, multiplies=True), **powers}

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """For each level from the highest: that the product passes the power of its threshold."""
        for interval in around_levels(scale, self.ties):
            if interval.lower is None:
                yield DecisionRow((), interval.place)
            else:
                edge, is_included = interval.lower
                passes = reaches if is_included else exceeds
                yield DecisionRow((passes({"product": 1}, {_power(edge): 1}),), interval.place)

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        return f"The geometric mean of {inputs}, {nearest_in_words('geometric mean', self.ties)}"

    def working(self, worked: Worked) -> Iterator[Line]:
        """The product, and the powers of the thresholds that it lies between."""
        number = len(worked.entries)
        product = math.prod(entry.value for entry in worked.entries)
        factors = " x ".join(str(entry.value) for entry in worked.entries)
        yield "Product", factors if number == 1 else f"{factors} = {product}"
        for interval in around_levels(worked.scale, self.ties):
            if worked.scale.names[interval.place] == worked.level:
                edges = (interval.lower, interval.upper)
                yield from (_edge_line(edge[0], number) for edge in edges if edge is not None)


def _edge_line(threshold: Fraction, number: int) -> Line:
    return "Threshold", f"{threshold}, {number} times by itself, is {threshold**number}"


def _power(edge: Fraction) -> str:
    return f"power of {edge}"


def _always(edge: Fraction) -> Callable[[Entry], Fraction]:
    return lambda _entry: edge
