"""What a figure is of, part of, within and the same as: the figures that its cells name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vfi.audit.figures.models import HUNDREDS, Figure, Of, Quantity
from vfi.inputs.printed import printed_number
from vfi.problems import Problems, listed, nearest, quoted

if TYPE_CHECKING:
    from vfi.inputs.tables.records import Row

UNKNOWN_BASE = "?"
BETWEEN = " / "
HUNDRED_NAMES = {"100% down": HUNDREDS.down, "100% across": HUNDREDS.across}
NAME_FORM = "a row of the same column, a column of the same row, or row | column"
OTHER_FORMS = {
    "of": f', a number or "{UNKNOWN_BASE}"',
    "part_of": f", {listed(HUNDRED_NAMES)}",
}


@dataclass(frozen=True, slots=True)
class FigureLinks:
    """The references of one figure to others of its table; a name that is of none is told.

    Attributes:
        row: the row of the figure.
        figure: the figure, as yet without links.
        others: every figure of its table, itself included, by name.
        problems: where problems are added.
    """

    row: Row[Any]
    figure: Figure
    others: Mapping[str, Figure]
    problems: Problems

    def linked(self) -> Figure:
        """The figure with its links."""
        return replace(
            self.figure,
            of=self._of(self.row.cells["of"]),
            part_of=self._whole(self.row.cells["part_of"]),
            within=self._line("within"),
            same_as=self._line("same_as"),
        )

    def _add(self, column: str, found: str, expected: str, hint: str = "") -> None:
        self.problems.add(self.row.problem(column, found, expected, hint))

    @property
    def _has_percentage(self) -> bool:
        return self.figure.percentage is not None or self.figure.percentage_gap is not None

    def _whole(self, text: str) -> int | None:
        """The line of the whole that the figure is part of, or what stands for 100%."""
        if text not in HUNDRED_NAMES:
            return self._line("part_of")
        if not self._has_percentage:
            hint = "this cell has no percentage"
            self._add("part_of", quoted(text), "the name of a figure", hint)
        return HUNDRED_NAMES[text]

    def _line(self, column: str) -> int | None:
        """The line of the figure that a column names."""
        text = self.row.cells[column]
        if not text:
            return None
        target = self._figure_named(text)
        if target is None:
            self._unknown(column, text)
            return None
        if target.line == self.figure.line:
            self._add(column, f"{quoted(text)}, the figure itself", "another figure")
        elif not _comparable(self.figure, target):
            expected = "a figure of the same kind: both with a number, or both with a percentage"
            self._add(column, f"{quoted(text)}, which is {quoted(target.printed)}", expected)
        return target.line

    def _of(self, text: str) -> Of | None:
        """What the percentage of the figure is of."""
        if not text:
            return None
        if not self._has_percentage:
            beside = f"{quoted(text)} beside {quoted(self.figure.printed)}"
            self._add("of", beside, "an empty cell", "only a percentage is of something")
            return None
        if text.startswith(UNKNOWN_BASE):
            return Of(None, self.figure.quantity, text.removeprefix(UNKNOWN_BASE).strip())
        base = self._quantity(text)
        if base is not None:
            return Of(base, self.figure.quantity)
        if withheld := self._withheld(text):
            return Of(None, self.figure.quantity, withheld)
        if BETWEEN not in text:
            self._unknown("of", text)
            return None
        return self._ratio(text)

    def _ratio(self, text: str) -> Of | None:
        """What a percentage is of where the number over its base stands in another cell: `Cases /
        Total`.
        """
        over, _, under = text.rpartition(BETWEEN)
        numerator, base = self._quantity(over), self._quantity(under)
        unknown = [
            name
            for name, quantity in ((over, numerator), (under, base))
            if quantity is None and not self._withheld(name)
        ]
        for name in unknown:
            self._unknown("of", name)
        if self.figure.quantity is not None:
            hint = f"{self.figure.printed} has its own count"
            self._add("of", quoted(text), "the base alone", hint)
        if unknown:
            return None
        return Of(base, numerator, "" if base else self._withheld(under))

    def _quantity(self, text: str) -> Quantity | None:
        number = printed_number(text.removeprefix("~"))
        if number is not None and not number.is_percentage:
            return Quantity(text, number, text.startswith("~"))
        target = self._figure_named(text)
        return None if target is None or target.line == self.figure.line else target.quantity

    def _withheld(self, text: str) -> str:
        """The name of the figure that a text names, where it has a number that is not printed; else
        "".
        """
        target = self._figure_named(text)
        if target is None or target.line == self.figure.line or target.number is not None:
            return ""
        return target.name if target.number_range is not None else ""

    def _figure_named(self, text: str) -> Figure | None:
        row, bar, column = (part.strip() for part in text.partition("|"))
        if bar:
            return self.others.get(f"{row} | {column}" if column else row)
        same_column = f"{text} | {self.figure.column}" if self.figure.column else text
        names = (same_column, f"{self.figure.row} | {text}", text)
        return next((self.others[name] for name in names if name in self.others), None)

    def _unknown(self, column: str, text: str) -> None:
        """Tell a name that is of no figure, or of one that will not do."""
        target = self._figure_named(text)
        if target is not None:
            is_itself = target.line == self.figure.line
            reason = "the figure itself" if is_itself else f"which is {quoted(target.printed)}"
            self._add(column, f"{quoted(text)}, {reason}", "another figure, with a number in it")
            return
        near = [
            *self.others,
            *(HUNDRED_NAMES if column == "part_of" else ()),
            *(figure.row for figure in self.others.values()),
            *(figure.column for figure in self.others.values()),
        ]
        expected = NAME_FORM + OTHER_FORMS.get(column, "")
        self._add(column, quoted(text), expected, nearest(text, near))


def _comparable(figure: Figure, counterpart: Figure) -> bool:
    both_have_numbers = figure.number_range is not None and counterpart.number_range is not None
    return both_have_numbers or all(
        either.percentage is not None or either.percentage_gap is not None
        for either in (figure, counterpart)
    )
