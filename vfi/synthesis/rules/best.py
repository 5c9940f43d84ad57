"""The highest level of any input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from vfi.problems import listed
from vfi.synthesis.decision import DecisionRow, Feature, exceeds
from vfi.synthesis.levels_counted import at, levels_counted
from vfi.synthesis.rule import LevelRule, Line, Worked

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale


class Best(LevelRule):
    """The highest level of any input."""

    rule: Literal["best"]

    needs_one_scale = True
    rises = True
    is_alternative = True

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """How many inputs are at each level."""
        return levels_counted(scale)

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """For each level from the highest: that some input is at it."""
        for position in reversed(range(len(scale.levels))):
            yield DecisionRow((exceeds({at(position): 1}, {}),), position)

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        return f"The best of {inputs}."

    def working(self, worked: Worked) -> Iterator[Line]:
        """The highest level, and whose it is."""
        ids = [entry.id for entry in worked.entries if entry.level == worked.level]
        yield "Best", f"the highest level of any is {worked.level}, of {listed(ids)}"
