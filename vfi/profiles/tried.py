"""The profiles of a space that were tried, all of them or a stated sample, with the rating of
each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vfi.profiles.evaluation import Ratings, evaluate
from vfi.profiles.space import MISSING, Matrix, Space

MOST_PROFILES = 1_000_000
MOST_ENTRIES = 16_000_000
SEED = 20


@dataclass(frozen=True, slots=True)
class Tried:
    """Profiles with their ratings.

    Attributes:
        space: where they are from.
        profiles: one a row.
        ratings: the rating of each.
        is_all: whether these are all there are.
    """

    space: Space
    profiles: Matrix
    ratings: Ratings
    is_all: bool

    def profile(self, index: int) -> tuple[int, ...]:
        """One of the profiles."""
        return tuple(int(entry) for entry in self.profiles[index])

    def rating(self, index: int) -> str | None:
        """The rating of one of the profiles; None where it has none."""
        position = int(self.ratings.places[index])
        return self.space.scale.names[position] if position >= 0 else None


def try_profiles(space: Space, maximum: int = MOST_PROFILES) -> Tried:
    """Every profile of a space with its rating, or a sample of them where there are more than
    `maximum`.
    """
    maximum = min(maximum, max(MOST_ENTRIES // max(len(space.names), 1), 1))
    is_all = space.total <= maximum
    profiles = space.all_profiles() if is_all else space.random_profiles(maximum, SEED)
    return Tried(space, profiles, evaluate(space, profiles), is_all)


def in_words(space: Space, profile: Sequence[int]) -> str:
    """A profile for reading: `E1 Good, E2 Poor`, or `2 Good, 1 Poor` where only numbers count."""
    levels = [
        "Insufficient evidence" if entry == MISSING else scale.names[entry - 1]
        for entry, scale in zip(profile, space.scales, strict=True)
    ]
    if not space.is_anonymous:
        return ", ".join(f"{name} {level}" for name, level in zip(space.names, levels, strict=True))
    order = [*reversed(space.scales[0].names), "Insufficient evidence"] if space.scales else []
    return ", ".join(f"{levels.count(level)} {level}" for level in order if level in levels)
