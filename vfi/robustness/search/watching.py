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
from typing import TYPE_CHECKING

from vfi.synthesis.condition import JUDGED, RECORDED, SELECTED, Condition
from vfi.synthesis.tree import resting_on

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.hurdles import Hurdle
    from vfi.synthesis.scale import Scale

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
    def conditions(self) -> tuple[tuple[Hurdle, Condition, frozenset[str]], ...]:
        """Each condition that looks at levels, with its hurdle and the nodes meant."""
        every = ((hurdle, condition) for hurdle in self.rubric.hurdles for condition in hurdle.when)
        looking = (
            (hurdle, condition, condition.nodes(hurdle.node, self.rubric))
            for hurdle, condition in every
        )
        return tuple(
            (hurdle, condition, frozenset(nodes)) for hurdle, condition, nodes in looking if nodes
        )

    @cached_property
    def beside(self) -> tuple[Hurdle, ...]:
        """The hurdles that look at nodes which do not lie below the one that they limit."""
        hurdles = (
            h for h, _, nodes in self.conditions if not nodes <= resting_on(self.rubric, h.node)
        )
        return tuple({hurdle.id: hurdle for hurdle in hurdles}.values())

    @property
    def nothing(self) -> Tally:
        """The tally of nothing."""
        return (0, 0) * len(self.conditions)

    def tally(self, node: str, level: str | None, scale: Scale) -> Tally:
        """What a node with a level adds to the counts."""
        numbers: list[int] = []
        for _, condition, nodes in self.conditions:
            is_counted = node in nodes and level is not None
            numbers.append(
                int(is_counted and level is not None and condition.selects(level, scale))
            )
            numbers.append(int(is_counted and condition.counts_judged))
        return tuple(numbers)

    def settled(self, node: str, tally: Tally) -> Tally:
        """The tally without the counts that only hurdles of this node needed."""
        supposed = {hurdle.id for hurdle in self.beside}
        is_settled = [
            hurdle.node == node and hurdle.id not in supposed for hurdle, _, _ in self.conditions
        ]
        return tuple(
            0 if is_settled[position // 2] else number for position, number in enumerate(tally)
        )

    def is_triggered(self, hurdle: Hurdle, tally: Tally) -> bool:
        """Whether the conditions of a hurdle all hold."""
        for position, (owner, condition, _) in enumerate(self.conditions):
            selected, judged = tally[2 * position : 2 * position + 2]
            totals = {SELECTED: selected, JUDGED: judged}
            if owner.id == hurdle.id and not condition.holds(totals):
                return False
        return all(
            condition.holds({RECORDED: self.failures.get(condition.failure_named, 0)})
            for condition in hurdle.when
            if condition.failure_named is not None
        )

    def lowered(
        self, node: str, level: str | None, tally: Tally, supposed: Mapping[str, bool]
    ) -> str | None:
        """A rating after the hurdles of its node."""
        scale = self.rubric.rating_scale(node)
        for hurdle in self._of_node.get(node, ()):
            triggered = (
                supposed[hurdle.id] if hurdle.id in supposed else self.is_triggered(hurdle, tally)
            )
            if triggered:
                level = hurdle.lowers(level, scale)
        return level

    @cached_property
    def _of_node(self) -> Mapping[str, Sequence[Hurdle]]:
        by_node: dict[str, list[Hurdle]] = {}
        for hurdle in self.rubric.hurdles:
            by_node.setdefault(hurdle.node, []).append(hurdle)
        return by_node
