"""The lowest or the highest level of any input."""

from __future__ import annotations

from vfi.rubric.models import Scale
from vfi.rubric.rules.outcome import Entries, Outcome, rated


def worst(entries: Entries, scale: Scale) -> Outcome:
    """The rating by the lowest level."""
    return rated(min((entry.level for entry in entries), key=scale.positions.__getitem__), scale)


def best(entries: Entries, scale: Scale) -> Outcome:
    """The rating by the highest level."""
    return rated(max((entry.level for entry in entries), key=scale.positions.__getitem__), scale)
