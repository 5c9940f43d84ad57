"""What a rule counts of its inputs, as expressions over the cells that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from vfi.profiles.tabulated import Alphabet, Tabulated
from vfi.synthesis.outcome import Entry
from vfi.workbook.expressions import LIMIT, added, chosen, within
from vfi.workbook.guards import sides

if TYPE_CHECKING:
    from vfi.synthesis.decision import Guard
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale
    from vfi.workbook.inputs import Inputs


class Features:
    """The features of a rule over the inputs of a node."""

    def __init__(self, step: Rule, scale: Scale, inputs: Inputs) -> None:
        self._inputs = inputs
        self._by_count = inputs.shared is not None and not step.by_name
        self.tabulated = Tabulated.of(step, scale, list(self._alphabets()))

    def _alphabets(self) -> list[Alphabet]:
        if self._by_count and self._inputs.shared is not None:
            return [_levels("", self._inputs.shared)]
        return [_levels(name, scale) for name, scale in self._inputs.named]

    @cached_property
    def expressions(self) -> dict[str, str]:
        """An expression for the total of each feature that is compared."""
        return {name: self._expression(name) for name in self.tabulated.compared}

    def _expression(self, name: str) -> str:
        multiplies = self.tabulated.multiplies(name)
        if name == "given":
            return f"({self._inputs.counted()})"
        tables = self.tabulated.tables[name]
        if self._by_count:
            return self._product(tables[0]) if multiplies else self._sum(tables[0])
        terms = [self._term(which, table, int(multiplies)) for which, table in enumerate(tables)]
        terms = [term for term in terms if term]
        if multiplies:
            return f"({'*'.join(terms) or '1'})"
        return f"({added(terms)})"

    def _sum(self, numbers: Sequence[int]) -> str:
        """The sum over all inputs, by how many are at each level."""
        if len(set(numbers)) == 1:
            return f"({numbers[0]}*{self._inputs.counted()})"
        terms = [
            f"{number}*{self._inputs.count(place)}" if number != 1 else self._inputs.count(place)
            for place, number in enumerate(numbers)
            if number
        ]
        return f"({added(terms)})"

    def _product(self, numbers: Sequence[int]) -> str:
        """The product over all inputs; a spreadsheet does not know what 0 to the power of 0 is."""
        factors = []
        for place, number in enumerate(numbers):
            count = self._inputs.count(place)
            if number == 0:
                factors.append(f"IF({count}>0,0,1)")
            elif number != 1:
                factors.append(f"{number}^{count}")
        return f"({'*'.join(factors) or '1'})"

    def _term(self, which: int, numbers: Sequence[int], neutral: int) -> str:
        """The number of one input; empty where it is the same whatever the input is."""
        if not neutral and not any(numbers):
            return ""
        cell = self._inputs.cell(which)
        places = [place for place, number in enumerate(numbers) if number]
        is_run = places == list(range(places[0], places[-1] + 1)) if places else False
        if not neutral and set(numbers) <= {0, 1} and is_run:
            return f"({within(cell, range(places[0], places[-1] + 1), len(numbers) - 1)})"
        return f"IF({cell}<0,{neutral},{chosen(f'{cell}+1', numbers)})"

    @property
    def beyond_exact(self) -> list[str]:
        """Conditions under which a comparison of products is beyond what a spreadsheet tells apart.

        Where one side is small enough, the other is told apart from it however large it is.
        """
        guards = (guard for row in self.tabulated.decision.rows for guard in row.guards)
        large = {
            sides(guard.terms, self.expressions): None for guard in guards if self._is_large(guard)
        }
        return [f"MIN({left},{right})>{LIMIT}" for left, right in large]

    def _is_large(self, guard: Guard) -> bool:
        return any(self.tabulated.multiplies(name) for name in guard.terms)


def _levels(name: str, scale: Scale) -> Alphabet:
    return tuple(Entry(name, level.name, level.value, scale) for level in scale.levels)
