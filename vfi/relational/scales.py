"""Levels as whole numbers: every value of every scale over one common denominator."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from vfi.relational.errors import CannotRecompute
from vfi.rubric.models.rubric import DEFAULT_SCALE, Rubric

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale


@dataclass(frozen=True)
class Scales:
    """The scales of a rubric by key, with one denominator that makes all their values whole.

    Attributes:
        by_key: the rubric's own scale as `default`, the others by name.
        unit: the least common denominator of all values.
    """

    by_key: dict[str, Scale]
    unit: int

    @classmethod
    def of(cls, rubric: Rubric) -> Scales:
        """The scales of a rubric."""
        by_key = {DEFAULT_SCALE: rubric.scale, **rubric.scales}
        values = (level.value for scale in by_key.values() for level in scale.levels)
        return cls(by_key, math.lcm(*(value.denominator for value in values)))

    def key(self, scale: Scale) -> str:
        """The key of a scale."""
        return next(key for key, candidate in self.by_key.items() if candidate == scale)

    def values(self, key: str) -> list[int]:
        """The value of each level of a scale, the lowest first, as so many units."""
        return [int(level.value * self.unit) for level in self.by_key[key].levels]

    def position(self, key: str, level: str) -> int:
        """The place of a level on a scale, 0 for the lowest.

        Raises:
            CannotRecompute: the scale has no such level.
        """
        names = self.by_key[key].names
        if level not in names:
            raise CannotRecompute(
                f'the level "{level}" cannot be compared with those of the scale {key}'
            )
        return names.index(level)

    def top(self, key: str) -> int:
        """The value of the highest level of a scale, as so many units."""
        return self.values(key)[-1]

    def thresholds(self, key: str) -> list[Fraction]:
        """The values half way between neighbouring levels of a scale, the lowest first."""
        values = [level.value for level in self.by_key[key].levels]
        return [Fraction(low + high, 2) for low, high in pairwise(values)]

    def rows(self) -> Iterable[tuple[str, str, int, int]]:
        """Scale, level, position and value of every level: what the table `levels` holds."""
        for key, scale in self.by_key.items():
            for position, (name, value) in enumerate(
                zip(scale.names, self.values(key), strict=True)
            ):
                yield key, name, position, value
