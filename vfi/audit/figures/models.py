"""Printed tables, figure by figure, with what each figure is of and part of."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from vfi.audit.rounding import ValueRange

if TYPE_CHECKING:
    from vfi.audit.figures.cells import Withheld
    from vfi.inputs.printed import Printed


class Hundreds(NamedTuple):
    """What stands for the line of a whole that is not printed, 100%: of a column's parts, or of a
    row's.
    """

    down: int
    across: int


HUNDREDS = Hundreds(down=-1, across=-2)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a percentage is reckoned from.

    Attributes:
        name: how the table calls it; the number itself where it was given as one.
        number: the number in print.
        is_rounded: whether it was rounded to the printed digits; else it is a count, and exact.
    """

    name: str
    number: Printed
    is_rounded: bool = False

    @property
    def value(self) -> Fraction:
        """The printed value."""
        return self.number.value

    @property
    def interval(self) -> ValueRange:
        """What it can have been before it was rounded; the value alone for a count."""
        slack = self.number.unit / 2 if self.is_rounded else Fraction(0)
        return ValueRange(self.value - slack, self.value + slack)

    @property
    def count(self) -> int | None:
        """The exact count that it is; None for a rounded or a broken number."""
        return None if self.is_rounded or self.value.denominator != 1 else int(self.value)


@dataclass(frozen=True, slots=True)
class Of:
    """What a percentage is of: a base, known or not printed, and the number that is put over it,
    where known.

    Attributes:
        base: the base; None where it is not printed.
        numerator: the number that is put over it.
        unprinted: the name given to a base that is not printed; "" for the one that a column has by
            itself.
    """

    base: Quantity | None
    numerator: Quantity | None = None
    unprinted: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed cell.

    Attributes:
        line: the line of the file that it stands on.
        table: which table it belongs to.
        row: the label of its row, as printed.
        column: the label of its column; "" in a table of one column.
        printed: the whole cell, as printed.
        number: the count or amount in it.
        percentage: the percentage in it.
        is_rounded: whether the number was rounded to the printed digits.
        withheld: what stands in place of a number or a percentage that is not printed.
        of: what the percentage is of.
        part_of: the line of the whole that it and its siblings add up to, or one of `HUNDREDS`.
        within: the line of a whole that it cannot exceed.
        same_as: the line of a figure that is the same one, printed elsewhere.
        source: the document and place.
    """

    line: int
    table: str
    row: str
    column: str
    printed: str
    number: Printed | None
    percentage: Printed | None
    is_rounded: bool = False
    withheld: Withheld | None = None
    of: Of | None = None
    part_of: int | None = None
    within: int | None = None
    same_as: int | None = None
    source: str = ""

    @property
    def name(self) -> str:
        """Its row and column, as a reference spells them."""
        return f"{self.row} | {self.column}" if self.column else self.row

    @property
    def number_range(self) -> ValueRange | None:
        """What its number can be, printed or withheld; None where it has none."""
        if self.quantity is not None:
            return self.quantity.interval
        return self.withheld.number if self.withheld else None

    @property
    def percentage_gap(self) -> ValueRange | None:
        """What its percentage can be where that is withheld; None where it is printed, or it has
        none.
        """
        return self.withheld.percentage if self.withheld else None

    @property
    def percentage_range(self) -> ValueRange | None:
        """What its percentage can be, as printed or withheld; None where it has none."""
        if self.percentage is not None:
            return ValueRange(self.percentage.value, self.percentage.value)
        return self.percentage_gap

    @property
    def is_readable(self) -> bool:
        """Whether it could be told what the cell says."""
        return self.withheld is None or self.withheld.is_readable

    @property
    def quantity(self) -> Quantity | None:
        """The number in it as something to reckon with."""
        return None if self.number is None else Quantity(self.name, self.number, self.is_rounded)


@dataclass(frozen=True)
class FigureTables:
    """The figures of a file, in its order.

    Attributes:
        name: the file, as the user would name it.
        sha256: the digest of the file.
        figures: every figure of every table in it.
    """

    name: str
    sha256: str
    figures: tuple[Figure, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables, in the order in which they begin."""
        return tuple(dict.fromkeys(figure.table for figure in self.figures))

    def at(self, line: int) -> Figure:
        """The figure on a line."""
        return self._by_line[line]

    @cached_property
    def _by_line(self) -> dict[int, Figure]:
        return {figure.line: figure for figure in self.figures}
