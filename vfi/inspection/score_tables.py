"""What a node that takes unrounded scores can be rated for each profile of the ratings below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.problems import NotFound, not_known
from vfi.profiles.scores import ScoresTried, try_scores
from vfi.profiles.tried import in_words

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric


@dataclass(frozen=True, slots=True)
class ScoreShare:
    """How many profiles of ratings leave a rating possible.

    Attributes:
        rating: a level, the highest first, or a state.
        always: the profiles with which the node has it whatever the scores are.
        possible: the profiles with which it can have it.
    """

    rating: str
    always: int
    possible: int


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The profiles of ratings below a node that takes scores, and what each leaves possible.

    Attributes:
        node: the node.
        tried: the profiles, all or a stated sample.
        shares: for each rating how many profiles always give it and how many can.
    """

    node: str
    tried: ScoresTried
    shares: tuple[ScoreShare, ...]

    def profile_in_words(self, index: int) -> str:
        """One of the profiles, for reading."""
        return in_words(self.tried.space, self.tried.profiles[index])

    def places_by_ratings(self) -> dict[tuple[str, ...], list[int]]:
        """The places of the profiles by what they leave possible, the highest ratings first."""
        order = {
            rating: position
            for position, rating in enumerate(share.rating for share in self.shares)
        }
        groups: dict[tuple[str, ...], list[int]] = {}
        for index, entry in enumerate(self.tried.possible):
            groups.setdefault(entry.ratings, []).append(index)
        ranked = sorted(
            groups,
            key=lambda ratings: [order[rating] for rating in reversed(ratings)] or [len(order)],
        )
        return {ratings: groups[ratings] for ratings in ranked}


def score_table(rubric: Rubric, node: str, *, with_missing: bool) -> ScoreTable:
    """Every profile of ratings below a node that takes scores, with the ratings that it can have
    before hurdles.

    Args:
        rubric: the rubric.
        node: a dimension or `overall`.
        with_missing: whether to have profiles in which inputs have no level too.

    Raises:
        NotFound: the rubric has no such node.
    """
    if node not in rubric.node_ids:
        raise NotFound(f"{rubric.id}: {not_known('node', node, rubric.node_ids)}")
    tried_scores = try_scores(rubric, node, with_missing=with_missing)
    return ScoreTable(node, tried_scores, tuple(_shares(tried_scores)))


def _shares(tried_scores: ScoresTried) -> Sequence[ScoreShare]:
    levels = list(reversed(tried_scores.space.scale.names))
    states = dict.fromkeys(
        rating
        for entry in tried_scores.possible
        for rating in entry.ratings
        if rating not in levels
    )
    return [
        ScoreShare(
            rating,
            sum(entry.ratings == (rating,) for entry in tried_scores.possible),
            sum(rating in entry.ratings for entry in tried_scores.possible),
        )
        for rating in (*levels, *states)
    ]
