"""Where a node stands in the tree of its rubric, and what the nodes of its tiers are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from vfi.problems import both, capitalised, either
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.tiers import Tier

Role = Literal["criterion", "group", "dimension", "overall"]


def role(rubric: Rubric, node: str) -> Role:
    """Where a node stands, whatever its tier is called: a group is between criteria and
    dimensions.
    """
    if node == OVERALL:
        return "overall"
    if rubric.parents[node] == OVERALL:
        return "dimension"
    return "group" if node in {group.id for group in rubric.groups} else "criterion"


def indent(rubric: Rubric, node: str) -> int:
    """How many nodes stand above one, the whole aside; 0 in a tree without groups between criteria
    and dimensions, whose rows are not set in.
    """
    return len(groups_above(rubric, node)) if rubric.groups else 0


def in_order(rubric: Rubric) -> list[str]:
    """The nodes in the order of a table's rows: what is set in follows what it is in, the whole
    stands last. Without groups between criteria and dimensions each dimension follows its criteria.
    """
    if not rubric.groups:
        return list(rubric.node_ids)
    return [*(part.id for top in rubric.dimensions for part in top.walk()), OVERALL]


def groups_above(rubric: Rubric, node: str) -> list[str]:
    """The groups that a node is in, the nearest first, its dimension last."""
    above = []
    while rubric.parents.get(node, OVERALL) != OVERALL:
        node = rubric.parents[node]
        above.append(node)
    return above


def groups_between(rubric: Rubric, node: str) -> list[str]:
    """The groups between a node and its dimension, the nearest first."""
    return groups_above(rubric, node)[:-1]


def tiers_of(rubric: Rubric, nodes: Iterable[str]) -> list[Tier]:
    """The tiers that some nodes are of, the lowest first."""
    kinds = {rubric.kinds[node] for node in nodes}
    return [tier for tier in rubric.tiers if tier.id in kinds]


def judged_tiers(rubric: Rubric) -> list[Tier]:
    """The tiers that what cases are judged on goes by the names of: those below the highest, and
    the lowest where there is none.
    """
    below = [node for node in rubric.judged if rubric.parents[node] != OVERALL]
    return tiers_of(rubric, below) or [rubric.tiers[0]]


def nouns(rubric: Rubric) -> dict[str, str]:
    """What the nodes of a rubric are called, in the words of its tiers."""
    titles = [tier.title for tier in rubric.tiers]
    judged = judged_tiers(rubric)
    return {
        "node": capitalised(either(titles)),
        "node_from_the_top": capitalised(either(titles[::-1])),
        "nodes": _belonging([tier.plural for tier in reversed(rubric.tiers)]),
        "judged": either([tier.title for tier in judged]),
        "a_judged": either([tier.with_article for tier in judged]),
    }


def _belonging(plurals: Sequence[str]) -> str:
    """`dimensions and their criteria`, from the highest tier down."""
    highest, *below = plurals
    return both([highest, *(f"their {plural}" for plural in below)])
