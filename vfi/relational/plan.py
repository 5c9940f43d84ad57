"""Which nodes are rated together, and in which order."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.relational.errors import CannotRecompute
from vfi.relational.scales import Scales
from vfi.synthesis.conditions.count import CountCondition
from vfi.synthesis.conditions.node import NodeCondition
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.hurdles import Hurdle
    from vfi.synthesis.rule import Rule


@dataclass(frozen=True, eq=False)
class NodeGroup:
    """Nodes that one set of statements rates: they share step, scale, kind of input and place in
    the order.

    Attributes:
        name: the beginning of the names of its tables.
        nodes: the ids of the nodes.
        step: the step that rates them; None where the level is a case's judgement itself.
        scale: the key of the scale of their ratings.
        of_judgements: whether their inputs are the judgements of all cases, not the nodes below.
    """

    name: str
    nodes: tuple[str, ...]
    step: Rule | None
    scale: str
    of_judgements: bool


@dataclass(frozen=True)
class Plan:
    """The groups of a rubric in the order in which they can be rated."""

    rubric: Rubric
    scales: Scales
    groups: tuple[NodeGroup, ...]

    @classmethod
    def of(cls, rubric: Rubric) -> Plan:
        """The plan of a rubric."""
        scales = Scales.of(rubric)
        return cls(rubric, scales, tuple(_groups(rubric, scales)))

    def scales_of_node(self, node: str) -> tuple[str, ...]:
        """The keys of the scales that the level of a node can be on: over all cases, and for one
        case.
        """
        keys = [self.scales.key(self.rubric.rating_scale(node))]
        if node in self.rubric.judged:
            keys.append(self.scales.key(self.rubric.judgement_scale(node)))
        return tuple(dict.fromkeys(keys))

    def scales_of_inputs(
        self, group: NodeGroup, among: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """The keys of the scales that the inputs of a group, or those of them that are named, can
        be on.
        """
        if group.of_judgements:
            return tuple(
                dict.fromkeys(
                    self.scales.key(self.rubric.judgement_scale(node)) for node in group.nodes
                )
            )
        below = [child for node in group.nodes for child in self.rubric.children[node]]
        children = [child for child in below if among is None or child in among]
        return tuple(dict.fromkeys(key for child in children for key in self.scales_of_node(child)))

    def hurdles_of(self, group: NodeGroup) -> list[Hurdle]:
        """The hurdles that limit nodes of a group."""
        return [hurdle for hurdle in self.rubric.hurdles if hurdle.node in group.nodes]


def weight_unit(step: Rule) -> int:
    """The least common denominator of the weights of a step; 1 for a step without."""
    weights = getattr(step, "weights", None) or {}
    return math.lcm(*(weight.denominator for weight in weights.values()))


def looked_at(hurdle: Hurdle, rubric: Rubric) -> tuple[str, ...]:
    """The nodes whose levels the conditions of a hurdle look at."""
    nodes: list[str] = []
    for condition in hurdle.when:
        if isinstance(condition, NodeCondition):
            nodes.append(condition.node)
        elif isinstance(condition, CountCondition):
            nodes += counted_by(condition, hurdle, rubric)
    return tuple(dict.fromkeys(nodes))


def counted_by(condition: CountCondition, hurdle: Hurdle, rubric: Rubric) -> tuple[str, ...]:
    """The nodes among which a condition counts: those it names, or all of a tier below the
    hurdle's.
    """
    if not isinstance(condition.among, str):
        return condition.among
    tier_ids = [tier.id for tier in rubric.tiers if tier.plural == condition.among]
    below, members = [hurdle.node], []
    while below:
        children = rubric.children[below.pop(0)]
        members += [child for child in children if rubric.kinds[child] in tier_ids]
        below += children
    return tuple(members)


def stages(rubric: Rubric) -> dict[str, int]:
    """For each node how many others, at most, have to be rated one after the other before it.

    Raises:
        CannotRecompute: the hurdles wait for each other.
    """
    before = {node: set(rubric.children[node]) for node in rubric.node_ids}
    for hurdle in rubric.hurdles:
        before[hurdle.node] |= set(looked_at(hurdle, rubric))
    stage_of: dict[str, int] = {}
    while len(stage_of) < len(before):
        ready = [
            node
            for node, needed in before.items()
            if node not in stage_of and needed <= stage_of.keys()
        ]
        if not ready:
            raise CannotRecompute(
                "the hurdles of the rubric wait for each other, so that there is no order to rate "
                "in"
            )
        stage_of |= {
            node: 1 + max((stage_of[needed] for needed in before[node]), default=0)
            for node in ready
        }
    return stage_of


def _groups(rubric: Rubric, scales: Scales) -> Iterator[NodeGroup]:
    together: dict[tuple[int, bool, str, str], list[str]] = {}
    steps: dict[str, Rule | None] = {"": None}
    for node, stage in sorted(stages(rubric).items(), key=lambda entry: entry[1]):
        step = rubric.step_of(node)
        words = repr(step)
        steps[words] = step
        is_judged = node in rubric.judged
        together.setdefault(
            (stage, is_judged, words, scales.key(rubric.rating_scale(node))), []
        ).append(node)
        if is_judged:
            together.setdefault(
                (stage, False, "", scales.key(rubric.judgement_scale(node))), []
            ).append(node)
    for number, ((_, of_judgements, words, scale), nodes) in enumerate(together.items(), start=1):
        label = "cases" if not words else _kind(nodes[0], rubric)
        yield NodeGroup(f"step{number}_{label}", tuple(nodes), steps[words], scale, of_judgements)


def _kind(node: str, rubric: Rubric) -> str:
    if node == OVERALL:
        return OVERALL
    tier = rubric.tiers[0] if node in rubric.judged else rubric.tier_named[rubric.kinds[node]]
    return re.sub(r"[^a-z0-9]+", "_", tier.plural.lower())
