"""What a rule has to remember of the children that it has seen, so that others with the same memory
can be merged.

A memory is a tuple of numbers. Two sets of children with the same memory get the same rating from
the rule, whatever is added to both.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import add, mul

from vfi.rubric import AnyStep, Scale
from vfi.rubric.models import Bands, Counting, DecisionTable, Mean, Median, WeightedMean
from vfi.synthesis import Entry, Input, counted
from vfi.synthesis.counting import tally
from vfi.synthesis.table import unmet

Memory = tuple[int, ...]
NUMBER = 1  # the place of the weighted sum in the memory of a rule that adds values


@dataclass(frozen=True)
class Folding:
    """How a step takes in one child after the other.

    Attributes:
        step: the step.
        scale: the scale of the rating.
        inputs: every input that any child can be, so that one unit fits all numbers.
    """

    step: AnyStep
    scale: Scale
    inputs: Sequence[Input]

    @property
    def adds_values(self) -> bool:
        """Whether the memory is a sum that a larger value of a child makes larger."""
        return isinstance(self.step, Mean | WeightedMean | Bands)

    @property
    def _keeps_values(self) -> bool:
        return isinstance(self.step, Median)

    @property
    def start(self) -> Memory:
        """The memory of no child."""
        return (0,) if self._keeps_values else (0, *self._remembered("", []))

    def of(self, child: Input) -> Memory:
        """The memory of one child: whether it has a level, and what the rule looks at."""
        return (
            int(child.level is not None),
            *self._remembered(child.id, counted(self.step, [child], self.scale)),
        )

    def merge(self, first: Memory, second: Memory) -> Memory:
        """The memory of both."""
        if self._keeps_values:
            return (first[0] + second[0], *sorted((*first[1:], *second[1:])))
        if isinstance(self.step, DecisionTable):
            return (first[0] + second[0], *map(max, first[1:], second[1:]))
        return tuple(map(add, first, second))

    def _remembered(self, child: str, entries: Sequence[Entry]) -> Iterator[int]:
        match self.step:
            case Mean() | WeightedMean() | Bands():
                yield from self._sums(entries)
            case Median():
                yield from (int(entry.value * self._unit) for entry in entries)
            case Counting(rows=rows):
                for found in (tally(condition, entries) for row in rows for condition in row.when):
                    yield from (len(found.found), found.judged)
            case DecisionTable(rows=table_rows):
                yield from (int(child in unmet(row, entries)) for row in table_rows)
            case _:
                levels = [entry.level for entry in entries]
                yield from (levels.count(name) for name in self.scale.names)

    def _sums(self, entries: Sequence[Entry]) -> Iterator[int]:
        """The weighted sum, the weights and the weighted highest values, as whole numbers of the
        unit.
        """
        for factors in (
            [entry.value for entry in entries],
            [Fraction(1) for _ in entries],
            [entry.scale.top.value for entry in entries],
        ):
            weights = [self._weight(entry.id) for entry in entries]
            yield int(sum(map(mul, weights, factors), Fraction(0)) * self._unit)

    def _weight(self, child: str) -> Fraction:
        weights = self.step.weights if isinstance(self.step, WeightedMean | Bands) else None
        return weights[child] if weights else Fraction(1)

    @cached_property
    def _unit(self) -> int:
        """How many parts a whole has, for every number that can come up to be a whole number of
        parts.
        """
        parts = [level.value for level in self.scale.levels]
        for entry in (
            found for child in self.inputs for found in counted(self.step, [child], self.scale)
        ):
            weight = self._weight(entry.id) if self.adds_values else Fraction(1)
            parts += [weight, weight * entry.value, weight * entry.scale.top.value]
        return math.lcm(*(part.denominator for part in parts))
