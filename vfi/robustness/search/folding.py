"""What a rule has to remember of the children that it has seen, so that others with the same memory
can be merged.

A memory is a tuple of numbers. Two sets of children with the same memory get the same rating from
the rule, whatever is added to both.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.step import counted

if TYPE_CHECKING:
    from vfi.synthesis.decision import Feature
    from vfi.synthesis.outcome import Entry, Input
    from vfi.synthesis.scale import Scale

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

    step: Rule
    scale: Scale
    inputs: Sequence[Input]

    @property
    def adds_values(self) -> bool:
        """Whether the memory is a sum that a larger value of a child makes larger."""
        return isinstance(self.step, NumberRule) and self.step.adds_values

    @property
    def _keeps_values(self) -> bool:
        """Whether the memory is the values themselves: more than a few can be in the middle."""
        return isinstance(self.step, NumberRule) and not self.step.adds_values

    @property
    def start(self) -> Memory:
        """The memory of no child."""
        if self._keeps_values:
            return (0,)
        return (0, *(int(feature.multiplies) for feature in self._features.values()))

    def of(self, child: Input) -> Memory:
        """The memory of one child: whether it has a level, and what the rule looks at."""
        has_level = int(child.level is not None)
        entries = counted(self.step, [child], self.scale)
        if not entries:
            return (has_level, *self.start[1:])
        if self._keeps_values:
            return (has_level, int(entries[0].value * self._unit))
        numbers = (
            feature.of(entries[0]) * self._units[name] for name, feature in self._features.items()
        )
        return (has_level, *map(int, numbers))

    def merge(self, first: Memory, second: Memory) -> Memory:
        """The memory of both."""
        if self._keeps_values:
            return (first[0] + second[0], *sorted((*first[1:], *second[1:])))
        return tuple(
            earlier * later if multiplies else earlier + later
            for earlier, later, multiplies in zip(first, second, self._multiplies, strict=True)
        )

    @cached_property
    def _features(self) -> Mapping[str, Feature]:
        values = sorted({entry.value for entry in self._entries})
        return self.step.decision(self.scale, values).features

    @cached_property
    def _multiplies(self) -> tuple[bool, ...]:
        return (False, *(feature.multiplies for feature in self._features.values()))

    @cached_property
    def _entries(self) -> list[Entry]:
        return [entry for child in self.inputs for entry in counted(self.step, [child], self.scale)]

    @cached_property
    def _units(self) -> dict[str, int]:
        """What the numbers of each feature are multiplied by to be whole."""
        return {
            name: math.lcm(*(Fraction(feature.of(entry)).denominator for entry in self._entries))
            for name, feature in self._features.items()
        }

    @cached_property
    def _unit(self) -> int:
        """What makes every value whole."""
        return math.lcm(*(entry.value.denominator for entry in self._entries))
