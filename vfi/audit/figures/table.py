"""Printed tables from CSV: one line a figure, with every mistake in them told.

The format is described in docs/figures.md.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from vfi.audit.figures.cells import CELL_FORMS, UNREADABLE, PrintedCell, parse_cell
from vfi.audit.figures.links import FigureLinks
from vfi.audit.figures.models import Figure, FigureTables
from vfi.inputs.tables.declaration import DeclaredColumn, DeclaredTable, UniqueKey
from vfi.inputs.tables.files import read_table
from vfi.inputs.tables.kinds import PROSE, CellKind, CellValues, Mistake, Words
from vfi.problems import Problems, Severity, quoted

if TYPE_CHECKING:
    from vfi.inputs.tables.records import Row

TWICE_HINT = (
    "name a figure that is printed twice differently and put the first one's name in same_as"
)


def _printed_cells(texts: Collection[str], _words: Words) -> CellValues[PrintedCell]:
    """What is printed; a cell that cannot be read does not stop the audit of the other figures."""
    parsed = {text: parse_cell(text) for text in texts}
    return CellValues(
        {text: cell or UNREADABLE for text, cell in parsed.items()},
        {
            text: (Mistake(quoted(text), CELL_FORMS, severity=Severity.WARNING),)
            for text, cell in parsed.items()
            if cell is None
        },
    )


class FigureRow(NamedTuple):
    """A row of the file as it was read, before its names are looked up."""

    table: str
    row: str
    column: str
    printed: PrintedCell
    of: str
    part_of: str
    within: str
    same_as: str
    source: str


FIGURES = DeclaredTable(
    "printed figures",
    "One line for each figure of a printed table.",
    FigureRow,
    (
        DeclaredColumn(
            "table",
            "the name of the table, where the file has several; references stay inside a table",
            repeats=True,
        ),
        DeclaredColumn("row", "the label of the row, as printed", required=True),
        DeclaredColumn("column", "the label of the column; empty in a table of one column"),
        DeclaredColumn(
            "printed",
            "the cell as it stands: `7,704`, `40%`, `2.7%` or both as `7,704 (40%)`; more "
            "[below](#the-cells)",
            CellKind(_printed_cells, UNREADABLE, CELL_FORMS),
            required=True,
        ),
        DeclaredColumn(
            "of",
            "the base of a percentage: a name (`Total`), a number (`58`), or `?` where none is "
            "printed: percentages with `?` in one column are taken to share a base, and "
            "`? households` names it where there are several. Where the number over it stands in "
            "another cell: `Cases / Total`",
        ),
        DeclaredColumn(
            "part_of",
            "the whole that this figure and its siblings add up to: a name (`Total`), or "
            "`100% down` (the column) or `100% across` (the row) where 100% is not printed",
        ),
        DeclaredColumn(
            "within",
            "a whole that this figure cannot exceed, where parts overlap or some are not printed",
        ),
        DeclaredColumn("same_as", "another figure that is the same one, printed a second time"),
        DeclaredColumn("source", "the document and place", PROSE, repeats=True),
    ),
    keys=(
        UniqueKey(
            ("table", "row", "column"),
            field="row",
            shown=("row", "column"),
            joined=" | ",
            expected="each row and column once in a table",
            hint=TWICE_HINT,
        ),
    ),
)


def load_figures(path: Path) -> FigureTables:
    """The figures of a file.

    Raises:
        InvalidInput: the file has errors; all of them are in `problems`.
    """
    problems = Problems()
    tables = read_figures(path, problems)
    problems.raise_errors()
    assert tables is not None  # noqa: S101 - no error was added, so there are figures
    return tables


def read_figures(path: Path, problems: Problems) -> FigureTables | None:
    """The figures of a file; None when it cannot be used. Every mistake is added to `problems`."""
    table = read_table(path, str(path), FIGURES, {}, problems)
    if not table.is_whole or not table.rows:
        return None
    rows = [row for row in table.rows if row.is_sound]
    figures = [_figure_of(row) for row in rows]
    by_table: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        by_table.setdefault(figure.table, {})[figure.name] = figure
    linked = (
        FigureLinks(row, figure, by_table[figure.table], problems).linked()
        for row, figure in zip(rows, figures, strict=True)
    )
    return FigureTables(str(path), table.sha256, tuple(linked))


def _figure_of(row: Row[FigureRow]) -> Figure:
    entry, cell = row.entry, row.entry.printed
    return Figure(
        line=row.location.line or 0,
        table=entry.table,
        row=entry.row,
        column=entry.column,
        printed=row.cells["printed"],
        number=cell.number,
        percentage=cell.percentage,
        is_rounded=cell.is_rounded,
        withheld=cell.withheld,
        source=entry.source,
    )
