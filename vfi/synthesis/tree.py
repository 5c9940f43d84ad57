"""In which order nodes are rated: what a node rests on, or what limits it, comes first."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Protocol

from vfi.synthesis.nodes import Nodes

if TYPE_CHECKING:
    from vfi.synthesis.hurdles import Hurdle


class Tree(Nodes, Protocol):
    """Nodes below nodes, with hurdles: a rubric is one."""

    @property
    def node_ids(self) -> tuple[str, ...]:
        """Every node, each after those below it."""

    @property
    def hurdles(self) -> tuple[Hurdle, ...]:
        """What limits nodes, in the order declared."""


def evaluation_order(tree: Tree) -> tuple[str, ...]:
    """Every node, each after its children and after the nodes that its hurdles look at.

    Raises:
        ValueError: the hurdles go round in a circle; a rubric that was read from a file has none.
    """
    return tuple(TopologicalSorter(dependencies(tree)).static_order())


def circle(tree: Tree) -> tuple[str, ...]:
    """The nodes that wait for each other, the first of them again at the end; none in a sound
    rubric.
    """
    try:
        evaluation_order(tree)
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def is_a_tree(nodes: Nodes) -> bool:
    """Whether no node lies below itself."""
    try:
        TopologicalSorter(nodes.children).prepare()
    except CycleError:
        return False
    return True


def dependencies(tree: Tree) -> dict[str, list[str]]:
    """For each node the nodes that have to be rated before it."""
    required = {node: list(tree.children[node]) for node in tree.node_ids}
    for hurdle in tree.hurdles:
        if hurdle.node in required:
            required[hurdle.node] += [node for node in hurdle.looked_at(tree) if node in required]
    return required


def resting_on(tree: Nodes, node: str) -> frozenset[str]:
    """Every node on which the rating of a node rests."""
    children = tree.children[node]
    return frozenset(children).union(*(resting_on(tree, child) for child in children))
