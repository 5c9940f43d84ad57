"""The second lowest level of any input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from vfi.synthesis.decision import CONSTANT, DecisionRow, Feature, reaches
from vfi.synthesis.levels_counted import at, levels_counted
from vfi.synthesis.rule import LevelRule, Line, Worked

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale


class SecondWorst(LevelRule):
    """The second lowest level of any input, so that one bad one alone does not decide; of a single
    input, its level.
    """

    rule: Literal["second worst"]

    needs_one_scale = True
    rises = True

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """How many inputs are at each level."""
        return levels_counted(scale)

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """For each level from the lowest: that two inputs are at it or below, or that all are."""
        for position in range(len(scale.levels)):
            up_to_here = {at(lower): 1 for lower in range(position + 1)}
            yield DecisionRow((reaches(up_to_here, {CONSTANT: 2}),), position)
            yield DecisionRow((reaches(up_to_here, {"given": 1}),), position)

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        return f"The second worst of {inputs}; of one alone, that one."

    def working(self, worked: Worked) -> Iterator[Line]:
        """The inputs from the lowest, as far as the one that counts."""
        positions = worked.scale.positions
        ordered = sorted(worked.entries, key=lambda entry: (positions[entry.level], entry.id))
        lowest = ", ".join(f"{entry.id} {entry.level}" for entry in ordered[:2])
        counts = "the only one" if len(ordered) == 1 else "the second one"
        yield "Second", f"from the lowest: {lowest}; {counts} counts"
