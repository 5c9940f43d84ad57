"""What hurdles look at, as numbers that add up on the way from the criteria to the node that is
limited.

A hurdle that looks only below the node it limits is settled there. One that looks beside it (a
dimension limited by a criterion of another) is settled by supposing that it is triggered, or that
it is not, and keeping at the top only what bears the supposition out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vfi.rubric import Hurdle, Rubric, Scale
from vfi.rubric.models import OVERALL, CountCondition, FailureCondition, NodeCondition
from vfi.synthesis import ceiling
from vfi.synthesis.counting import holds
from vfi.synthesis.limiting import nodes_meant

Tally = tuple[int, ...]


@dataclass(frozen=True)
class Watching:
    """The hurdles of a rubric and the counts that decide them.

    A tally has two numbers for each condition that looks at levels: how many of the nodes meant are
        at the levels
    meant, and how many have a level at all (where the condition asks for it).

    Attributes:
        rubric: the rubric.
        failures: for how many cases each failure indicator is recorded.
    """

    rubric: Rubric
    failures: Mapping[str, int]

    @cached_property
    def conditions(
        self,
    ) -> tuple[tuple[Hurdle, NodeCondition | CountCondition, frozenset[str]], ...]:
        """Each condition that looks at levels, with its hurdle and the nodes meant."""
        return tuple(
            (hurdle, condition, _meant(condition, hurdle, self.rubric))
            for hurdle in self.rubric.hurdles
            for condition in hurdle.when
            if not isinstance(condition, FailureCondition)
        )

    @cached_property
    def beside(self) -> tuple[Hurdle, ...]:
        """The hurdles that look at nodes which do not lie below the one that they limit."""
        found = (h for h, _, nodes in self.conditions if not nodes <= below(h.node, self.rubric))
        return tuple({hurdle.id: hurdle for hurdle in found}.values())

    @property
    def nothing(self) -> Tally:
        """The tally of nothing."""
        return (0, 0) * len(self.conditions)

    def tally(self, node: str, level: str | None, scale: Scale) -> Tally:
        """What a node with a level adds to the counts."""
        numbers: list[int] = []
        for _, condition, nodes in self.conditions:
            seen = node in nodes and level is not None
            numbers.append(int(seen and level is not None and condition.selects(level, scale)))
            numbers.append(int(seen and _asks_for_judged(condition)))
        return tuple(numbers)

    def settled(self, node: str, tally: Tally) -> Tally:
        """The tally without the counts that only hurdles of this node needed."""
        supposed = {hurdle.id for hurdle in self.beside}
        done = [
            hurdle.node == node and hurdle.id not in supposed for hurdle, _, _ in self.conditions
        ]
        return tuple(0 if done[place // 2] else number for place, number in enumerate(tally))

    def is_triggered(self, hurdle: Hurdle, tally: Tally) -> bool:
        """Whether the conditions of a hurdle all hold."""
        for place, (owner, condition, _) in enumerate(self.conditions):
            found, judged = tally[2 * place : 2 * place + 2]
            if owner.id == hurdle.id and not _holds(condition, found, judged):
                return False
        recorded = (one for one in hurdle.when if isinstance(one, FailureCondition))
        return all(self.failures.get(one.failure, 0) >= one.cases for one in recorded)

    def lowered(
        self, node: str, level: str | None, tally: Tally, supposed: Mapping[str, bool]
    ) -> str | None:
        """A rating after the hurdles of its node."""
        scale = self.rubric.rating_scale(node)
        for hurdle in self._of_node.get(node, ()):
            triggered = (
                supposed[hurdle.id] if hurdle.id in supposed else self.is_triggered(hurdle, tally)
            )
            if triggered and level is not None:
                level = min(level, ceiling(hurdle, scale), key=scale.positions.__getitem__)
        return level

    @cached_property
    def _of_node(self) -> Mapping[str, Sequence[Hurdle]]:
        found: dict[str, list[Hurdle]] = {}
        for hurdle in self.rubric.hurdles:
            found.setdefault(hurdle.node, []).append(hurdle)
        return found


def below(node: str, rubric: Rubric) -> frozenset[str]:
    """Every node on which the rating of a node rests."""
    children = rubric.children[node]
    return frozenset(children).union(
        *(below(child, rubric) for child in children if child != OVERALL)
    )


def _meant(
    condition: NodeCondition | CountCondition, hurdle: Hurdle, rubric: Rubric
) -> frozenset[str]:
    if isinstance(condition, NodeCondition):
        return frozenset({condition.node})
    return frozenset(nodes_meant(condition, hurdle.node, rubric))


def _asks_for_judged(condition: NodeCondition | CountCondition) -> bool:
    if isinstance(condition, NodeCondition):
        return False
    comparison, number = condition.quantity
    return number == "all" or comparison.endswith("_share")


def _holds(condition: NodeCondition | CountCondition, found: int, judged: int) -> bool:
    if isinstance(condition, NodeCondition):
        return found > 0
    return holds(condition, found, judged)
