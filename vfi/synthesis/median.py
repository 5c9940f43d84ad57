"""The middle value, taken to the nearest level."""

from __future__ import annotations

from fractions import Fraction

from vfi.synthesis.outcome import Entries, Entry, Outcome
from vfi.synthesis.rounding import to_level
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import Median


def median(step: Median, entries: Entries, scale: Scale) -> Outcome:
    """The rating by the median; an even number of entries has two middle ones and counts half way
    between.
    """
    middle = middle_entries(entries)
    value = sum((entry.value for entry in middle), Fraction(0)) / len(middle)
    rating, margin = to_level(value, scale, step.ties)
    return Outcome("rated", rating, value, margin)


def middle_entries(entries: Entries) -> list[Entry]:
    """The entry in the middle of those in order of value, or the two of them."""
    ordered = sorted(entries, key=lambda entry: (entry.value, entry.id))
    return ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
