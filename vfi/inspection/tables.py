"""What a node's rating is for each profile of what lies below it, or in sum where there are
many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.problems import NotFound, not_known
from vfi.profiles.minimal import minimal_profiles
from vfi.profiles.space import space_of
from vfi.profiles.tabulated import INSUFFICIENT_PLACE, UNDETERMINED_PLACE
from vfi.profiles.tried import Tried, in_words, try_profiles
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric


@dataclass(frozen=True, slots=True)
class RatingShare:
    """How many profiles have one rating.

    Attributes:
        rating: a level, the highest first, or a state.
        profiles: how many of the profiles tried have it.
        least: the places of the profiles that just reach it: with any input one level lower they
            would not; none for the lowest level and for a state.
    """

    rating: str
    profiles: int
    least: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RatingTable:
    """The profiles of a node and what each is rated.

    Attributes:
        node: the node.
        tried: the profiles, all or a stated sample.
        shares: for each rating how many profiles have it, and what it takes at least.
    """

    node: str
    tried: Tried
    shares: tuple[RatingShare, ...]

    def profile_in_words(self, index: int) -> str:
        """One of the profiles, for reading."""
        return in_words(self.tried.space, self.tried.profile(index))

    def rating(self, index: int) -> str:
        """What one of the profiles is rated, or the state that it leaves the node in."""
        return self.tried.rating(index) or _state(int(self.tried.ratings.places[index]))

    def places_of(self, rating: str) -> Sequence[int]:
        """The places of the profiles with a rating or state."""
        import numpy as np

        positions = self.tried.space.scale.positions
        code = positions.get(
            rating, INSUFFICIENT_PLACE if rating == INSUFFICIENT else UNDETERMINED_PLACE
        )
        return [int(index) for index in np.flatnonzero(self.tried.ratings.places == code)]

    def part(self, share: RatingShare) -> Fraction:
        """The part of the profiles tried that has a rating."""
        return Fraction(share.profiles, len(self.tried.profiles))


def rating_table(rubric: Rubric, node: str, *, cases: int, with_missing: bool) -> RatingTable:
    """Every profile of a node with its rating, before hurdles; a sample where there are over a
    million.

    Args:
        rubric: the rubric.
        node: a criterion, a dimension or group, or `overall`.
        cases: how many cases are judged; those are the inputs of a criterion.
        with_missing: whether to have profiles in which inputs have no level too.

    Raises:
        NotFound: the rubric has no such node.
    """
    if node not in rubric.node_ids:
        raise NotFound(f"{rubric.id}: {not_known('node', node, rubric.node_ids)}")
    tried_profiles = try_profiles(space_of(rubric, node, cases, with_missing=with_missing))
    table = RatingTable(node, tried_profiles, ())
    return replace(table, shares=tuple(_shares(table)))


def _shares(table: RatingTable) -> list[RatingShare]:
    levels = list(reversed(table.tried.space.scale.names))
    shares = []
    for rating in [*levels, INSUFFICIENT, UNDETERMINED]:
        number = len(table.places_of(rating))
        least = minimal_profiles(table.tried, rating) if rating in levels[:-1] and number else []
        if number or rating in levels:
            shares.append(RatingShare(rating, number, tuple(least)))
    return shares


def _state(position: int) -> str:
    return INSUFFICIENT if position == INSUFFICIENT_PLACE else UNDETERMINED
