"""A decision in whole numbers: what it counts as tables of numbers, what it compares as products.

Every value and weight is multiplied by a common denominator, so that each comparison is one of
whole numbers: of 64 bits where they all fit, and of Python's own otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vfi.synthesis.decision import CONSTANT, Decision, Number
from vfi.synthesis.outcome import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

    Places = NDArray[np.int16]
else:
    Places = Any

INSUFFICIENT_PLACE = -1
UNDETERMINED_PLACE = -2
NO_ROW = -1
WHOLE_BITS = 62

Alphabet = tuple[Entry | None, ...]  # what an input can be; None where it is not counted
Totals = Mapping[str, Any]  # a whole number per profile, by feature


@dataclass(frozen=True)
class WholeGuard:
    """A guard over totals in whole numbers."""

    factors: Mapping[str, int]
    constant: int
    strict: bool

    def holds(self, totals: Totals, number: int) -> Any:
        """For each of so many profiles whether it holds."""
        import numpy as np

        number_type = object if any(total.dtype.hasobject for total in totals.values()) else None
        value: Any = np.full(number, self.constant, dtype=number_type)
        for name, factor in self.factors.items():
            value = value + totals[name] * factor
        return ((value > 0) if self.strict else (value >= 0)).astype(bool)


@dataclass(frozen=True)
class Tabulated:
    """A decision over inputs that can each be one of a few things.

    Attributes:
        decision: what is counted and compared.
        alphabets: for each input what it can be.
    """

    decision: Decision
    alphabets: Sequence[Alphabet]

    @classmethod
    def of(cls, step: Rule, scale: Scale, alphabets: Sequence[Alphabet]) -> Tabulated:
        """The decision of a step over some inputs."""
        entries = (entry for alphabet in _different(alphabets) for entry in alphabet)
        values = sorted({entry.value for entry in entries if entry is not None})
        return cls(step.decision(scale, values), alphabets)

    @cached_property
    def tables(self) -> dict[str, list[list[int]]]:
        """For each feature and input the number of each thing that the input can be."""
        numbers = {name: self._numbers(name) for name in self.decision.features}
        return {
            name: [[int(number * self.units[name]) for number in row] for row in rows]
            for name, rows in numbers.items()
        } | {"given": self._given}

    @cached_property
    def units(self) -> dict[str, int]:
        """What the numbers of each feature are multiplied by; the same for all that multiply."""
        features = self.decision.features
        units = {name: _common(self._numbers(name)) for name in features}
        product = math.lcm(
            *(units[name] for name, feature in features.items() if feature.multiplies)
        )
        return {name: product if features[name].multiplies else units[name] for name in units}

    def _numbers(self, name: str) -> list[list[Number]]:
        feature = self.decision.features[name]
        neutral = int(feature.multiplies)
        return self._for_each(
            lambda alphabet: [neutral if entry is None else feature.of(entry) for entry in alphabet]
        )

    @property
    def _given(self) -> list[list[int]]:
        return self._for_each(lambda alphabet: [int(entry is not None) for entry in alphabet])

    def _for_each(self, numbers_of: Any) -> list[list[Any]]:
        """The numbers of each input; inputs that are alike are gone through once."""
        by_alphabet = {
            id(alphabet): numbers_of(alphabet) for alphabet in _different(self.alphabets)
        }
        return [by_alphabet[id(alphabet)] for alphabet in self.alphabets]

    @cached_property
    def guards(self) -> list[list[WholeGuard]]:
        """The guards of each row."""
        return [
            [self._whole(guard.terms, guard.strict) for guard in row.guards]
            for row in self.decision.rows
        ]

    def _whole(self, terms: Mapping[str, Number], strict: bool) -> WholeGuard:
        features = self.decision.features
        exact = {
            name: Fraction(number) / (1 if self.multiplies(name) else self.units.get(name, 1))
            for name, number in terms.items()
            if number
        }
        unit = math.lcm(*(number.denominator for number in exact.values()))
        factors = {name: int(number * unit) for name, number in exact.items()}
        constant = factors.pop(CONSTANT, 0)
        assert factors.keys() <= {*features, "given"}  # noqa: S101 - a rule counts what it compares
        return WholeGuard(factors, constant, strict)

    def multiplies(self, name: str) -> bool:
        """Whether a feature is multiplied over the inputs, and not added up."""
        return name in self.decision.features and self.decision.features[name].multiplies

    @cached_property
    def compared(self) -> list[str]:
        """The features that are compared at all."""
        names = (name for row in self.guards for guard in row for name in guard.factors)
        return list(dict.fromkeys(names))

    def whole_type(self, inputs: int = 1) -> Any:
        """64 bits where no sum or product in a comparison can overflow them, else Python's own.

        Args:
            inputs: how many inputs there are of each alphabet.
        """
        import numpy as np

        largest = {name: self._largest(name, inputs) for name in self.compared}
        bounds = [
            abs(guard.constant)
            + sum(abs(factor) * largest[name] for name, factor in guard.factors.items())
            for row in self.guards
            for guard in row
        ]
        biggest = max([*bounds, *largest.values()], default=0)
        return np.int64 if biggest < 1 << WHOLE_BITS else object

    def _largest(self, name: str, inputs: int) -> int:
        largest = [max(map(abs, row), default=0) for row in self.tables[name]]
        if self.multiplies(name):
            return int(math.prod(max(number, 1) for number in largest) ** inputs)
        return sum(largest) * inputs

    def places(self, totals: Totals, number: int) -> tuple[Places, Places]:
        """The place of the rating of each profile, and the row that gave it.

        Args:
            totals: the total of each feature that is compared, for each profile.
            number: how many profiles there are.
        """
        import numpy as np

        positions = np.full(number, UNDETERMINED_PLACE, dtype=np.int16)
        rows = np.full(number, NO_ROW, dtype=np.int16)
        is_open = np.ones(number, dtype=bool)
        for row, guards in zip(self.decision.rows, self.guards, strict=True):
            applies = is_open.copy()
            for guard in guards:
                applies &= guard.holds(totals, number)
            positions[applies] = UNDETERMINED_PLACE if row.place is None else row.place
            rows[applies] = NO_ROW if row.number is None else row.number
            is_open &= ~applies
            if not is_open.any():
                break
        return positions, rows


def _different(alphabets: Iterable[Alphabet]) -> list[Alphabet]:
    return list({id(alphabet): alphabet for alphabet in alphabets}.values())


def _common(rows: Iterable[Iterable[Number]]) -> int:
    different = {id(row): row for row in rows}.values()
    return math.lcm(*(Fraction(number).denominator for row in different for number in row))
