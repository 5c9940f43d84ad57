"""Counting rules: an ordered list of conditions on how many inputs are at which levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from vfi.synthesis.outcome import Entries, Outcome, profile_in_words, rated, undetermined
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import Count, Counting


@dataclass(frozen=True, slots=True)
class Tally:
    """What a condition counted.

    Attributes:
        condition: the condition.
        found: the ids of the inputs at the levels meant.
        judged: how many inputs among those meant have a level.
        holds: whether the condition does.
    """

    condition: Count
    found: tuple[str, ...]
    judged: int
    holds: bool


def counting(step: Counting, entries: Entries, scale: Scale) -> Outcome:
    """The rating of the first row whose conditions all hold."""
    for place, row in enumerate(step.rows):
        if all(tally(condition, entries).holds for condition in row.when):
            return rated(row.rating, scale, place)
    if step.otherwise is not None:
        return rated(step.otherwise, scale)
    return undetermined(f"no row of the counting rule covers {profile_in_words(entries)}")


def tally(condition: Count, entries: Entries, among: Iterable[str] | None = None) -> Tally:
    """What a condition finds among the inputs that have a level.

    `all` and the shares speak of the judged inputs among those meant; where there are none they do
    not hold, so that nothing holds by evidence that does not exist.

    Args:
        condition: the condition.
        entries: the inputs that have a level.
        among: the ids meant, where they are not those that the condition names.
    """
    meant = condition.among if among is None else tuple(among)
    pool = [entry for entry in entries if meant is None or entry.id in meant]
    found = tuple(entry.id for entry in pool if condition.selects(entry.level, entry.scale))
    return Tally(condition, found, len(pool), holds(condition, len(found), len(pool)))


def holds(condition: Count, found: int, judged: int) -> bool:
    """Whether a condition holds where so many of those judged are at the levels meant."""
    comparison, number = condition.quantity
    if judged == 0 and (number == "all" or isinstance(number, Fraction)):
        return False
    limit = (
        judged if number == "all" else number * judged if isinstance(number, Fraction) else number
    )
    if comparison.startswith("at_least"):
        return found >= limit
    return found <= limit if comparison.startswith("at_most") else found == limit
