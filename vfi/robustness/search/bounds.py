"""Which ratings the insufficient evidence leaves possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.robustness.search.flips import Search
from vfi.robustness.search.leaves import leaves_of, watching_of

if TYPE_CHECKING:
    from vfi.study.models import Study


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ratings of a node that are possible once each insufficient-evidence judgement takes some
    level.

    A set and not an interval: a level between two possible ones need not be possible.

    Attributes:
        ratings: the possible levels, the lowest first.
        unrated: whether it is possible that the node gets no level, because a rule does not cover
            what it finds.
        exact: whether nothing else is possible; where not, there may be more.
    """

    ratings: tuple[str, ...]
    unrated: bool
    exact: bool


def find_bounds(study: Study) -> dict[str, Bounds]:
    """The possible ratings of every node over all cases; each missing judgement takes any level,
    independently.
    """
    leaves = leaves_of(study)
    filled = {node: leaf.filled() for node, leaf in leaves.items()}
    search = Search(watching_of(study), leaves, {"steps": filled})
    return {node: _bounds(search, node) for node in study.rubric.node_ids}


def _bounds(search: Search, node: str) -> Bounds:
    ways, horizon = search.ways(node, "steps")
    names = search.watching.rubric.rating_scale(node).names
    return Bounds(tuple(name for name in names if name in ways), None in ways, horizon is None)
