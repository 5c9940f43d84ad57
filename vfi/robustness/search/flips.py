"""The fewest changes of judgements that move a rating: how far each rating is from being another.

Exact by dynamic programming over the tree of the rubric, with a set of changes as witness; where a
rubric makes the search too large, the distance is a lower bound and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from vfi.robustness.limits import WORK
from vfi.robustness.search.leaves import leaves_of, watching_of
from vfi.robustness.search.monotone import has_scores, rises_with_scores
from vfi.robustness.search.reach import COSTS, Leaf, Reach
from vfi.robustness.search.scopes import Levels, Scope, scopes_of
from vfi.robustness.search.tables import Direction, Way, targets_of

if TYPE_CHECKING:
    from vfi.robustness.grid import Change
    from vfi.robustness.search.counts import Cost
    from vfi.robustness.search.watching import Watching
    from vfi.scoring.models import Scorecard
    from vfi.study.models import Study

Ways = dict[str | None, Way]
DEPTHS = (32, 256)  # costs up to which ways are followed where every judgement makes another score
DIRECTIONS: tuple[Direction, ...] = ("down", "up")


@dataclass(frozen=True, slots=True)
class Distance:
    """The fewest changes of one kind that move a rating in one direction.

    Attributes:
        fewest: how many; None where no set of changes does it. Where not exact, it takes at least
            so many.
        exact: whether no smaller set can exist and, where there is none at all, that this is
            proven.
        to: the level that the rating comes to; None where no set of changes was found.
        witness: a set of changes that does it; where not exact, it may be larger than need be, or
            empty.
    """

    fewest: int | None
    exact: bool
    to: str | None
    witness: tuple[Change, ...]

    @property
    def is_possible(self) -> bool:
        """Whether the rating can move in this direction at all, as far as is known."""
        return self.fewest is not None


@dataclass(frozen=True, slots=True)
class Flip:
    """What it takes to move a rating in one direction.

    Attributes:
        direction: down or up.
        steps: in changes of one judgement by one level.
        judgements: in judgements changed by any amount.
    """

    direction: Direction
    steps: Distance
    judgements: Distance


def find_flips(
    scorecard: Scorecard, nodes: tuple[str, ...] | None = None
) -> dict[str, tuple[Flip, ...]]:
    """The flips of every node over all cases, down and up; none for a node that has no rating.

    Insufficient evidence stays insufficient evidence: only judgements with a level are changed, and
    only to levels.

    Args:
        scorecard: the ratings as they are.
        nodes: the nodes asked for; all of them where None.
    """
    search = Search.of(scorecard.study)
    node_ids = scorecard.study.rubric.node_ids if nodes is None else nodes
    levels = {node: scorecard.nodes[node].rating for node in node_ids}
    return {
        node: tuple(search.flips(node, level)) if level is not None else ()
        for node, level in levels.items()
    }


@dataclass(frozen=True)
class Search:
    """Everything that the search for flips of one study shares.

    Attributes:
        watching: the rubric with its hurdles.
        leaves: the nodes that cases are judged on.
        reaches: per kind of change, the results that each of those can be brought to.
    """

    watching: Watching
    leaves: Mapping[str, Leaf]
    reaches: Mapping[Cost, Mapping[str, Reach]]

    @classmethod
    def of(cls, study: Study) -> Search:
        """The search in a study."""
        watching, leaves = watching_of(study), leaves_of(study)
        reaches = {node: leaf.reach() for node, leaf in leaves.items()}
        return cls(
            watching,
            leaves,
            {cost: {node: by_cost[cost] for node, by_cost in reaches.items()} for cost in COSTS},
        )

    def flips(self, node: str, level: str) -> Iterator[Flip]:
        """The flips of a node at a level, down and up."""
        for direction in DIRECTIONS:
            steps, judgements = (self._distance(node, level, direction, cost) for cost in COSTS)
            yield Flip(direction, steps, judgements)

    def _distance(self, node: str, level: str, direction: Direction, cost: Cost) -> Distance:
        names = self.watching.rubric.rating_scale(node).names
        position = names.index(level)
        targets = names[:position][::-1] if direction == "down" else names[position + 1 :]
        for largest in DEPTHS if self._may_prune else (None,):
            ways, horizon = self.ways(node, cost, direction if self._may_prune else None, largest)
            reachable = [(ways[name].cost, name) for name in targets if name in ways]
            if reachable or horizon is None:
                break
        if not reachable:
            unknown = bool(targets) and horizon is not None
            return Distance((horizon or 0) + 1 if unknown else None, not unknown, None, ())
        least, to = min(reachable, key=lambda candidate: candidate[0])
        is_least = horizon is None or least <= horizon
        return Distance(
            least if is_least else (horizon or 0) + 1, is_least, to, self._witness(ways[to], cost)
        )

    def _witness(self, way: Way, cost: Cost) -> tuple[Change, ...]:
        targets = dict(targets_of(way))
        return tuple(
            change
            for node, leaf in self.leaves.items()
            if node in targets
            for change in leaf.changes(targets[node], cost)
        )

    @cached_property
    def _may_prune(self) -> bool:
        """Whether of two ways to the same levels only the one with the better score matters."""
        rubric = self.watching.rubric
        return not self.watching.beside and has_scores(rubric) and rises_with_scores(self.watching)

    def ways(
        self, node: str, cost: Cost, towards: Direction | None = None, largest: int | None = None
    ) -> tuple[Ways, int | None]:
        """The cheapest way to each level of a node, and the cost up to which none is left out.

        Args:
            node: the node.
            cost: the kind of change.
            towards: the direction that matters, where other ways may be left out.
            largest: the cost beyond which no way is followed.
        """
        levels, horizon = self._levels(self._scope_of[node], cost, towards, largest)[node]
        return _cheapest(levels), horizon

    @cached_property
    def _scope_of(self) -> Mapping[str, Scope]:
        return {node: scope for scope in self._scopes for node in scope.asked}

    @cached_property
    def _scopes(self) -> tuple[Scope, ...]:
        return scopes_of(self.watching)

    @cached_property
    def _work(self) -> int:
        """What one pass through the tree may take, so that all of them together keep to the
        limit.
        """
        passes = sum(scope.passes for scope in self._scopes)
        ways = len(DEPTHS) * len(DIRECTIONS) if self._may_prune else 1
        return WORK // (passes * ways * len(self.reaches))

    @cached_property
    def _known(self) -> dict[tuple[str, Cost, Direction | None, int | None], dict[str, Levels]]:
        return {}

    def _levels(
        self, scope: Scope, cost: Cost, towards: Direction | None, largest: int | None
    ) -> Mapping[str, Levels]:
        key = (scope.asked[0], cost, towards, largest)
        if key not in self._known:
            tree = scope.tree(self.leaves, self.reaches[cost], self._work)
            self._known[key] = scope.levels(replace(tree, towards=towards, largest=largest))
        return self._known[key]


def _cheapest(ways: Iterable[tuple[str | None, Way]]) -> Ways:
    best: Ways = {}
    for level, way in ways:
        if level not in best or way.cost < best[level].cost:
            best[level] = way
    return best
