"""The mean in which each child has a weight, taken to the nearest level."""

from __future__ import annotations

from fractions import Fraction

from vfi.synthesis.outcome import Entries, Outcome
from vfi.synthesis.rounding import to_level
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import WeightedMean


def weighted_mean(step: WeightedMean, entries: Entries, scale: Scale) -> Outcome:
    """The rating by the weighted mean; what is missing leaves its weight to the others in
    proportion.
    """
    weight = sum((step.weights[entry.id] for entry in entries), Fraction(0))
    value = sum((step.weights[entry.id] * entry.value for entry in entries), Fraction(0)) / weight
    rating, margin = to_level(value, scale, step.ties)
    return Outcome("rated", rating, value, margin)
