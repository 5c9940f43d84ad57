"""Trees of nodes, of any depth: drawn for Hypothesis, and read.

A tree holds what is right below each group by the group's id: further groups in a mapping, criteria
in a list, and nothing where cases are judged on the group itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

Tree = Mapping[str, Any]


@st.composite
def trees(draw: st.DrawFn, judged: Sequence[str], tiers: int) -> dict[str, Any]:
    """A ragged tree of at most so many tiers over what cases are judged on, in this order."""
    if tiers == 1:
        return {name: [] for name in judged}
    tree: dict[str, Any] = {}
    for block in draw(_blocks(judged)):
        group = f"G{tiers}.{block[0]}"
        if len(block) == 1 and draw(st.booleans()):
            tree[block[0]] = []
        elif tiers == 2 or draw(st.integers(0, 3)) == 0:
            tree[group] = block
        else:
            tree[group] = draw(trees(block, tiers - 1))
    return tree


def _blocks(judged: Sequence[str]) -> st.SearchStrategy[list[list[str]]]:
    """What cases are judged on, cut in at most three."""
    cuts = st.sets(st.integers(1, len(judged)), max_size=2)
    edges = cuts.map(lambda inner: sorted({0, *inner, len(judged)}))
    return edges.map(lambda places: [list(judged[first:end]) for first, end in pairwise(places)])


def children_of(tree: Tree) -> dict[str, list[str]]:
    """What is right below each node and below `overall`, each node after those below it."""
    return {name: below for name, _, below in _walk(tree, 1)} | {"overall": list(tree)}


def tiers_of(tree: Tree, tiers: int) -> dict[str, int]:
    """The number of the tier of each node: the lowest is 0, and `overall` stands above all."""
    return {name: tier for name, tier, _ in _walk(tree, tiers)} | {"overall": tiers}


def _walk(tree: Tree, tiers: int) -> Iterator[tuple[str, int, list[str]]]:
    for name, below in tree.items():
        if isinstance(below, list):
            yield from ((criterion, 0, []) for criterion in below)
        else:
            yield from _walk(below, tiers - 1)
        yield name, tiers - 1, list(below)


def all_below(tree: Tree, node: str) -> set[str]:
    """Every node anywhere below one."""
    children = children_of(tree)
    return {*children[node]}.union(*(all_below(tree, child) for child in children[node]))


def tree_of(groups: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The tree of the groups of a rubric's plain data."""
    return {
        group["id"]: tree_of(group["groups"])
        if "groups" in group
        else [criterion["id"] for criterion in group.get("criteria", ())]
        for group in groups
    }
