"""The arithmetic mean of the values, taken to the nearest level."""

from __future__ import annotations

from vfi.rubric.models import Mean, Scale
from vfi.rubric.rules.exact import total
from vfi.rubric.rules.outcome import Entries, Outcome
from vfi.rubric.rules.rounding import to_level


def mean(step: Mean, entries: Entries, scale: Scale) -> Outcome:
    """The rating by the mean; every entry counts once."""
    value = total([entry.value for entry in entries]) / len(entries)
    rating, margin = to_level(value, scale, step.ties)
    return Outcome("rated", rating, value, margin)
