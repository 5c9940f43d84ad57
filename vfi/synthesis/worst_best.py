"""The lowest or the highest level of any input."""

from __future__ import annotations

from vfi.synthesis.outcome import Entries, Outcome, rated
from vfi.synthesis.scale import Scale


def worst(entries: Entries, scale: Scale) -> Outcome:
    """The rating by the lowest level."""
    return rated(min((entry.level for entry in entries), key=scale.positions.__getitem__), scale)


def best(entries: Entries, scale: Scale) -> Outcome:
    """The rating by the highest level."""
    return rated(max((entry.level for entry in entries), key=scale.positions.__getitem__), scale)
