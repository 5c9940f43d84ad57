"""Words that several rules share."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction


def weights_in_words(weights: Mapping[str, Fraction]) -> str:
    """`E1 2, E2 1/3`."""
    return ", ".join(f"{child} {weight}" for child, weight in weights.items())
