"""How likely each level of a node is, exactly or by simulation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

NO_RATING = "No rating"


@dataclass(frozen=True, slots=True)
class Distribution:
    """The chance of each level of a node.

    Attributes:
        node: the node.
        chances: by level, the lowest first; a state without a level comes after them. Only those
            that can happen.
        draws: how many draws it was simulated with; None where it was computed exactly.
    """

    node: str
    chances: Mapping[str, float]
    draws: int | None = None

    def share(self, result: str) -> Fraction:
        """The chance of a result: of the likeliest one, all that the others leave.

        So that the floats behind it neither add up to more than all, nor leave a doubt where
        nothing else can happen.
        """
        if result not in self.chances:
            return Fraction(0)
        other_chances = {
            name: Fraction(chance) for name, chance in self.chances.items() if name != result
        }
        if self.chances[result] < max(other_chances.values(), default=Fraction(0)):
            return Fraction(self.chances[result])
        return max(1 - sum(other_chances.values(), Fraction(0)), Fraction(0))

    def error(self, result: str) -> float:
        """The standard error of a simulated chance; 0 where it is exact."""
        if self.draws is None:
            return 0.0
        chance = self.chances.get(result, 0.0)
        return math.sqrt(chance * (1 - chance) / self.draws)
