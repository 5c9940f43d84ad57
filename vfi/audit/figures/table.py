"""Printed tables from CSV: one line a figure, with every mistake in them told.

The format is described in docs/figures.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from vfi.audit.figures.cells import CELL_FORMS, UNREADABLE, Cell, parse_cell
from vfi.audit.figures.models import HUNDREDS, Figure, FigureTables, Of, Quantity
from vfi.inputs import Row, read_table
from vfi.inputs.printed import printed_number
from vfi.problems import Problem, Problems, Severity, listed, nearest, quoted

REQUIRED = ("row", "printed")
OPTIONAL = ("table", "column", "of", "part_of", "within", "same_as", "source")
REPEATED = ("table", "source")
UNKNOWN_BASE = "?"
WHOLES = {"100% down": HUNDREDS.down, "100% across": HUNDREDS.across}


def load_figures(path: Path) -> FigureTables:
    """The figures of a file.

    Raises:
        InvalidInput: the file has errors; all of them are in `problems`.
    """
    problems = Problems()
    tables = read_figures(path, problems)
    problems.raise_errors()
    assert tables is not None  # noqa: S101 - no error was found, so there are figures
    return tables


def read_figures(path: Path, problems: Problems) -> FigureTables | None:
    """The figures of a file; None when it cannot be used. Every mistake is added to `problems`."""
    table = read_table(
        path, str(path), problems, required=REQUIRED, optional=OPTIONAL, prose=("source",)
    )
    if table is None:
        return None
    if not table.is_whole:
        return None
    if not table.rows:
        problems.add(Problem(str(path), 1, "", "a header without rows", "at least one figure"))
        return None
    return _Reader(str(path), problems).read(table.rows, table.sha256)


@dataclass
class _Reader:
    name: str
    problems: Problems
    known: dict[str, dict[str, Figure]] = field(default_factory=dict)

    def read(self, rows: list[Row], sha256: str) -> FigureTables:
        filled = list(_with_repeats(rows))
        figures = [figure for row in filled if (figure := self._figure(row)) is not None]
        cells = {row.line: row.cells for row in filled}
        linked = tuple(self._linked(figure, cells[figure.line]) for figure in figures)
        return FigureTables(self.name, sha256, linked)

    def tell(self, line: int, column: str, found: str, expected: str, hint: str = "") -> None:
        self.problems.add(Problem(self.name, line, column, found, expected, hint))

    def _warn(self, line: int, column: str, found: str, expected: str) -> None:
        """Tell what does not stop the audit of the other figures."""
        self.problems.add(
            Problem(self.name, line, column, found, expected, severity=Severity.WARNING)
        )

    def _figure(self, row: Row) -> Figure | None:
        cells = row.cells
        for column in REQUIRED:
            if not cells[column]:
                self.tell(
                    row.line,
                    column,
                    "an empty cell",
                    f"the {column} as printed" if column == "row" else CELL_FORMS,
                )
        if not cells["printed"] or not cells["row"]:
            return None
        cell = parse_cell(cells["printed"])
        if cell is None:
            self._warn(row.line, "printed", quoted(cells["printed"]), CELL_FORMS)
            cell = UNREADABLE
        figure = _figure_of(row, cell)
        earlier = self.known.setdefault(figure.table, {}).setdefault(figure.name, figure)
        if earlier is not figure:
            found = f"{quoted(figure.name)} a second time (first on line {earlier.line})"
            hint = (
                "name a figure that is printed twice differently and put the first one's name in "
                "same_as"
            )
            self.tell(row.line, "row", found, "each row and column once in a table", hint)
            return None
        return figure

    def _linked(self, figure: Figure, cells: dict[str, str]) -> Figure:
        return replace(
            figure,
            of=self._of(figure, cells["of"]),
            part_of=self._whole(figure, cells["part_of"]),
            within=self._line(figure, "within", cells["within"]),
            same_as=self._line(figure, "same_as", cells["same_as"]),
        )

    def _whole(self, figure: Figure, text: str) -> int | None:
        if text not in WHOLES:
            return self._line(figure, "part_of", text)
        if figure.percentage is None and figure.percentage_gap is None:
            self.tell(
                figure.line,
                "part_of",
                quoted(text),
                "the name of a figure",
                "this cell has no percentage",
            )
        return WHOLES[text]

    def _line(self, figure: Figure, column: str, text: str) -> int | None:
        found = self._figure_called(figure, text) if text else None
        if text and found is None:
            self._unknown(figure, column, text)
        elif found is not None and found.line == figure.line:
            self.tell(figure.line, column, f"{quoted(text)}, the figure itself", "another figure")
        elif found is not None and not _comparable(figure, found):
            expected = "a figure of the same kind: both with a number, or both with a percentage"
            self.tell(
                figure.line, column, f"{quoted(text)}, which is {quoted(found.printed)}", expected
            )
        return None if found is None else found.line

    def _of(self, figure: Figure, text: str) -> Of | None:
        if not text:
            return None
        if figure.percentage is None and figure.percentage_gap is None:
            found = f"{quoted(text)} beside {quoted(figure.printed)}"
            self.tell(
                figure.line, "of", found, "an empty cell", "only a percentage is of something"
            )
            return None
        if text.startswith(UNKNOWN_BASE):
            return Of(None, figure.quantity, text.removeprefix(UNKNOWN_BASE).strip())
        whole = self._quantity(figure, text)
        if whole is not None:
            return Of(whole, figure.quantity)
        if withheld := self._withheld(figure, text):
            return Of(None, figure.quantity, withheld)
        if " / " not in text:
            self._unknown(figure, "of", text)
            return None
        return self._ratio(figure, text)

    def _ratio(self, figure: Figure, text: str) -> Of | None:
        """What a percentage is of where the number over its base stands in another cell: `Cases /
        Total`.
        """
        over, _, under = text.rpartition(" / ")
        numerator, base = self._quantity(figure, over), self._quantity(figure, under)
        unknown = [
            name
            for name, quantity in ((over, numerator), (under, base))
            if quantity is None and not self._withheld(figure, name)
        ]
        for name in unknown:
            self._unknown(figure, "of", name)
        if figure.quantity is not None:
            self.tell(
                figure.line,
                "of",
                quoted(text),
                "the base alone",
                f"{figure.printed} has its own count",
            )
        return (
            None if unknown else Of(base, numerator, "" if base else self._withheld(figure, under))
        )

    def _quantity(self, figure: Figure, text: str) -> Quantity | None:
        number = printed_number(text.removeprefix("~"))
        if number is not None and not number.is_percentage:
            return Quantity(text, number, text.startswith("~"))
        found = self._figure_called(figure, text)
        return None if found is None or found.line == figure.line else found.quantity

    def _withheld(self, figure: Figure, text: str) -> str:
        """The name of the figure that a text calls, where it has a number that is not printed; else
        "".
        """
        called = self._figure_called(figure, text)
        if (
            called is None
            or called.line == figure.line
            or called.number is not None
            or called.number_range is None
        ):
            return ""
        return called.name

    def _figure_called(self, figure: Figure, text: str) -> Figure | None:
        known = self.known[figure.table]
        row, bar, column = (part.strip() for part in text.partition("|"))
        if bar:
            return known.get(f"{row} | {column}" if column else row)
        same_column = f"{text} | {figure.column}" if figure.column else text
        return known.get(same_column) or known.get(f"{figure.row} | {text}") or known.get(text)

    def _unknown(self, figure: Figure, column: str, text: str) -> None:
        found = self._figure_called(figure, text)
        if found is not None:
            itself = (
                "the figure itself"
                if found.line == figure.line
                else f"which is {quoted(found.printed)}"
            )
            self.tell(
                figure.line,
                column,
                f"{quoted(text)}, {itself}",
                "another figure, with a number in it",
            )
            return
        known = self.known[figure.table]
        near = [
            *known,
            *(WHOLES if column == "part_of" else ()),
            *(other.row for other in known.values()),
            *(other.column for other in known.values()),
        ]
        expected = "a row of the same column, a column of the same row, or row | column"
        also = {"of": f', a number or "{UNKNOWN_BASE}"', "part_of": f", {listed(WHOLES)}"}.get(
            column, ""
        )
        self.tell(figure.line, column, quoted(text), expected + also, nearest(text, near))


def _with_repeats(rows: list[Row]) -> Iterator[Row]:
    """The rows, an empty table or source filled from the row above."""
    above = dict.fromkeys(REPEATED, "")
    for row in rows:
        above = {column: row.cells[column] or above[column] for column in REPEATED}
        yield Row(row.line, row.cells | above)


def _figure_of(row: Row, cell: Cell) -> Figure:
    cells = row.cells
    return Figure(
        line=row.line,
        table=cells["table"],
        row=cells["row"],
        column=cells["column"],
        printed=cells["printed"],
        number=cell.number,
        percentage=cell.percentage,
        is_rounded=cell.is_rounded,
        withheld=cell.withheld,
        source=cells["source"],
    )


def _comparable(figure: Figure, other: Figure) -> bool:
    numbers = figure.number_range is not None and other.number_range is not None
    return numbers or all(
        one.percentage is not None or one.percentage_gap is not None for one in (figure, other)
    )
