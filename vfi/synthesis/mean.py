"""The arithmetic mean of the values, taken to the nearest level."""

from __future__ import annotations

from vfi.synthesis.exact import total
from vfi.synthesis.outcome import Entries, Outcome
from vfi.synthesis.rounding import to_level
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import Mean


def mean(step: Mean, entries: Entries, scale: Scale) -> Outcome:
    """The rating by the mean; every entry counts once."""
    value = total([entry.value for entry in entries]) / len(entries)
    rating, margin = to_level(value, scale, step.ties)
    return Outcome("rated", rating, value, margin)
