"""How a rule decides: what it counts of its inputs, and whole-number comparisons in order.

A decision names *features*. Each gives a number to an input at a level, and the numbers of all
inputs are added up, or multiplied. Then come *rows*, in order: the first row whose guards all hold
gives the rating. A guard compares a linear combination of totals with 0. That is all that any rule
of this project does, so that whoever wants to know what a rule makes of something (of one profile,
of a million, in the cells of a spreadsheet, in a search) reads the same decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entry

Number: TypeAlias = Fraction | int
Linear: TypeAlias = Mapping[str, Number]
Totals: TypeAlias = Mapping[str, Number]
CONSTANT = ""  # the name under which a linear combination holds what it adds to any totals
GIVEN: Linear = {"given": 1}  # a feature that every decision has: how many inputs are counted


class Feature(NamedTuple):
    """What a rule counts of each input.

    Attributes:
        of: the number of an input.
        multiplies: whether the numbers of all inputs are multiplied, and not added. Products are
            only ever compared with products over the same inputs, so that every factor may be
            multiplied by the same number first.
    """

    of: Callable[[Entry], Number]
    multiplies: bool = False


class Guard(NamedTuple):
    """Holds where a linear combination of totals is at least 0; where it is strict, above 0."""

    terms: Linear
    strict: bool = False

    def holds(self, totals: Totals) -> bool:
        """Whether it holds for these totals."""
        value = value_of(self.terms, totals)
        return value > 0 if self.strict else value >= 0

    def negated(self) -> Guard:
        """The guard that holds where this one does not."""
        return Guard(times(self.terms, -1), not self.strict)


class DecisionRow(NamedTuple):
    """A rating, and the guards that all have to hold for it.

    Attributes:
        guards: the guards; without any, the row always applies.
        place: the place of the rating on its scale; None where the rule gives no answer here.
        number: which row or band of the rule it is, as the rubric lists them; None for none.
    """

    guards: tuple[Guard, ...]
    place: int | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a step counts and compares.

    Attributes:
        features: what it counts, by name.
        rows: what it compares, in order; the last one always applies.
        by_name: whether it matters which input is at which level, and not only how many are.
    """

    features: Mapping[str, Feature]
    rows: tuple[DecisionRow, ...]
    by_name: bool = False

    def totals(self, entries: Sequence[Entry]) -> dict[str, Number]:
        """The totals over some inputs."""
        alike = [(entry, 1) for entry in entries] if self.by_name else _counted(entries)
        totals: dict[str, Number] = {"given": len(entries)}
        for name, feature in self.features.items():
            numbers = [(feature.of(entry), count) for entry, count in alike]
            totals[name] = _product(numbers) if feature.multiplies else _sum(numbers)
        return totals

    def row_for(self, totals: Totals) -> DecisionRow:
        """The first row whose guards all hold."""
        return next(row for row in self.rows if all(guard.holds(totals) for guard in row.guards))


def _counted(entries: Iterable[Entry]) -> list[tuple[Entry, int]]:
    """Inputs that differ in more than their names, each with how often it is there."""
    groups: dict[tuple[str, Fraction, int], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.level, entry.value, id(entry.scale)), []).append(entry)
    return [(group[0], len(group)) for group in groups.values()]


def _sum(numbers: Iterable[tuple[Number, int]]) -> Number:
    return sum(number if count == 1 else number * count for number, count in numbers)


def _product(numbers: Iterable[tuple[Number, int]]) -> Number:
    product: Number = 1
    for number, count in numbers:
        product *= number**count
    return product


def times(terms: Linear, factor: Number) -> Linear:
    """A multiple of a linear combination."""
    return {name: number * factor for name, number in terms.items()}


def minus(terms: Linear, subtracted: Linear) -> Linear:
    """The difference of two linear combinations."""
    names = dict.fromkeys((*terms, *subtracted))
    return {name: terms.get(name, 0) - subtracted.get(name, 0) for name in names}


def value_of(terms: Linear, totals: Totals) -> Number:
    """What a linear combination comes to."""
    return sum(_term(name, factor, totals) for name, factor in terms.items())


def _term(name: str, factor: Number, totals: Totals) -> Number:
    if not name:
        return factor
    return totals[name] if factor == 1 else factor * totals[name]


def reaches(terms: Linear, limit: Linear) -> Guard:
    """That one linear combination is at least another."""
    return Guard(minus(terms, limit))


def exceeds(terms: Linear, limit: Linear) -> Guard:
    """That one linear combination is above another."""
    return Guard(minus(terms, limit), strict=True)
