"""The mean in which each child has a weight, taken to the nearest level."""

from __future__ import annotations

from fractions import Fraction

from vfi.rubric.models import Scale, WeightedMean
from vfi.rubric.rules.outcome import Entries, Outcome
from vfi.rubric.rules.rounding import to_level


def weighted_mean(step: WeightedMean, entries: Entries, scale: Scale) -> Outcome:
    """The rating by the weighted mean; what is missing leaves its weight to the others in proportion."""
    weight = sum((step.weights[entry.id] for entry in entries), Fraction(0))
    value = sum((step.weights[entry.id] * entry.value for entry in entries), Fraction(0)) / weight
    rating, margin = to_level(value, scale, step.ties)
    return Outcome("rated", rating, value, margin)
