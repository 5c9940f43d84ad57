"""In which order nodes are rated: what a node rests on, or what limits it, comes first."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from vfi.synthesis.hurdles import CountCondition, Hurdle, NodeCondition
from vfi.synthesis.limiting import nodes_meant
from vfi.synthesis.tree import Tree


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


def dependencies(tree: Tree) -> dict[str, list[str]]:
    """For each node the nodes that have to be rated before it."""
    known = {node: list(tree.children[node]) for node in tree.node_ids}
    for hurdle in tree.hurdles:
        if hurdle.node in known:
            known[hurdle.node] += [node for node in looked_at(hurdle, tree) if node in known]
    return known


def looked_at(hurdle: Hurdle, tree: Tree) -> list[str]:
    """The nodes whose levels a hurdle looks at."""
    nodes: list[str] = []
    for condition in hurdle.when:
        if isinstance(condition, NodeCondition):
            nodes.append(condition.node)
        elif isinstance(condition, CountCondition):
            nodes += nodes_meant(condition, hurdle.node, tree)
    return nodes
