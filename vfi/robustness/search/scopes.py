"""Which part of a rubric has to be gone through to know the level of a node.

A node on which no hurdle bears that looks beside the node it limits is known from one pass over all
such nodes. For any other, what those hurdles do is supposed, each way in turn, over no more of the
tree than bears on the node; only ways that bear the supposition out are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from vfi.robustness.search.tables import NodeWays, TreePass, Way, lower
from vfi.robustness.search.watching import Watching
from vfi.synthesis.tree import resting_on

if TYPE_CHECKING:
    from vfi.robustness.search.reach import Leaf, Reach
    from vfi.synthesis.hurdles import Hurdle

MAXIMUM_SUPPOSED = 6  # hurdles that look beside their node, each of which doubles the work
Levels = tuple[list[tuple[str | None, Way]], int | None]


@dataclass(frozen=True)
class Scope:
    """The part of a rubric that bears on some nodes.

    Attributes:
        watching: the rubric, with those of its hurdles that bear on them.
        nodes: the nodes that bear on them and themselves, each after its children.
        asked: the nodes whose levels are known from it: all of them, or one where hurdles look
            beside their node.
    """

    watching: Watching
    nodes: tuple[str, ...]
    asked: tuple[str, ...]

    @property
    def passes(self) -> int:
        """How often the tree is gone through."""
        return 1 << min(len(self.watching.beside), MAXIMUM_SUPPOSED)

    def levels(self, tree: TreePass) -> dict[str, Levels]:
        """The ways to each level of each node asked for, and the cost up to which none is left out.

        Args:
            tree: how to go through the nodes of this scope.
        """
        if self.watching.beside:
            (node,) = self.asked
            return {node: self._supposing(node, tree)}
        tables = tree.tables()
        return {node: (_levels(tables[node]), tables[node].horizon) for node in self.asked}

    def tree(self, leaves: Mapping[str, Leaf], reaches: Mapping[str, Reach], work: int) -> TreePass:
        """A pass over the nodes of this scope with so much work."""
        return TreePass(self.watching, leaves, reaches, self.nodes, work)

    def _supposing(self, node: str, tree: TreePass) -> Levels:
        hurdles, levels = self.watching.beside, list[tuple[str | None, Way]]()
        horizon: int | None = None
        if len(hurdles) > MAXIMUM_SUPPOSED:
            return [], 0
        for verdicts in product((False, True), repeat=len(hurdles)):
            supposed = {
                hurdle.id: verdict for hurdle, verdict in zip(hurdles, verdicts, strict=True)
            }
            top = replace(tree, kept_node=node, supposed=supposed).together()
            horizon = lower(horizon, top.horizon)
            levels += [
                (view.kept_level or None, way)
                for view, way in top.ways.items()
                if all(
                    self.watching.is_triggered(hurdle, view.tally) == supposed[hurdle.id]
                    for hurdle in hurdles
                )
            ]
        return levels, horizon


def scopes_of(watching: Watching) -> tuple[Scope, ...]:
    """The scopes from which every node is known, each node from one of them."""
    rubric = watching.rubric
    bearing = {node: _bearing_on(node, watching) for node in rubric.node_ids}
    alone = [
        node for node, (_, hurdles) in bearing.items() if _restricted(watching, hurdles).beside
    ]
    plain = tuple(node for node in rubric.node_ids if node not in alone)
    scopes = [_plain(watching, plain)] if plain else []
    for node in alone:
        nodes, hurdles = bearing[node]
        scopes.append(Scope(_restricted(watching, hurdles), nodes, (node,)))
    return tuple(scopes)


def _plain(watching: Watching, nodes: tuple[str, ...]) -> Scope:
    hurdles = tuple(hurdle for hurdle in watching.rubric.hurdles if hurdle.node in nodes)
    return Scope(_restricted(watching, hurdles), nodes, nodes)


def _bearing_on(node: str, watching: Watching) -> tuple[tuple[str, ...], tuple[Hurdle, ...]]:
    """The nodes on which the level of a node rests, those that hurdles look at among them, and
    these hurdles.
    """
    rubric = watching.rubric
    nodes: set[str] = set()
    pending = [node]
    while pending:
        name = pending.pop()
        if name not in nodes:
            nodes |= {name}
            pending += [*resting_on(rubric, name), *_seen_from(name, watching)]
    hurdles = tuple(hurdle for hurdle in rubric.hurdles if hurdle.node in nodes)
    return tuple(name for name in rubric.node_ids if name in nodes), hurdles


def _seen_from(node: str, watching: Watching) -> Iterator[str]:
    """What the hurdles of a node look at."""
    rubric = watching.rubric
    for hurdle in rubric.hurdles:
        if hurdle.node == node:
            yield from hurdle.looked_at(rubric)


def _restricted(watching: Watching, hurdles: tuple[Hurdle, ...]) -> Watching:
    return Watching(watching.rubric.model_copy(update={"hurdles": hurdles}), watching.failures)


def _levels(table: NodeWays) -> list[tuple[str | None, Way]]:
    return [(view.level, way) for view, way in table.ways.items()]
