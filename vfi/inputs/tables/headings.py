"""A header and the lines below it turned into records of a declared table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vfi.inputs.tables.records import Location, Record
from vfi.numbers import count_of
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.signs import plain_name

if TYPE_CHECKING:
    from vfi.inputs.tables.declaration import DeclaredTable

BETWEEN_WORDS = re.compile(r"[\s_-]+")
DELIMITER_HINT = "a cell that holds the delimiter needs quotation marks around it"


@dataclass
class Sheet:
    """A header and lines of cells below it, as a file of any form holds them.

    Attributes:
        file: the file, as problems call it.
        header_line: the line of the header.
        headings: the headings as written, one for each column; "" for none.
        lines: each line with text in it, with its number; they may be read as they are taken.
        is_whole: whether every line so far could be read; where not, what is missing from the sheet
            means nothing.
    """

    file: str
    header_line: int
    headings: Sequence[str] = ()
    lines: Iterable[tuple[int, Sequence[str]]] = field(default=(), repr=False)
    is_whole: bool = True


def heading_key(text: str) -> str:
    """What the heading of a column is compared by: `Part of`, `part-of` and `PART_OF` are one."""
    return BETWEEN_WORDS.sub("", plain_name(text)).casefold()


def records_of(
    sheet: Sheet, table: DeclaredTable[Any], problems: Problems
) -> Iterator[Record] | None:
    """The records below a header; None where its columns are not those of the table.

    Columns may be headed in any case and with spaces or hyphens for underscores. What a line leaves
    out at its end is empty.
    """
    reader = _SheetReader(sheet, table, problems)
    return reader.records() if reader.takes_header() else None


@dataclass
class _SheetReader:
    """Reads one sheet against the columns that a table has.

    Attributes:
        sheet: the sheet.
        table: the table.
        problems: where problems are added.
        columns: the columns that there are, in the order of the sheet; "" for one without a
            heading.
    """

    sheet: Sheet
    table: DeclaredTable[Any]
    problems: Problems
    columns: list[str] = field(default_factory=list)

    def takes_header(self) -> bool:
        """Whether the columns are those that there may be and have to be; every one that is not is
        told.
        """
        by_heading = {heading_key(name): name for name in self.table.names}
        headings = [plain_name(cell) for cell in self.sheet.headings]
        self.columns = [by_heading.get(heading_key(heading), heading) for heading in headings]
        required = self.table.required
        missing = [column for column in required if column not in self.columns]
        if len(missing) == len(required):
            present = listed(map(quoted, filter(None, headings)))
            misfit = f"{present}, none of the columns that there have to be"
            self._tell(misfit, f"the columns {listed(required)}")
            return False
        before = len(self.problems)
        self._tell_columns(headings)
        for column in missing:
            self._tell(f"no column {quoted(column)}", f"the columns {listed(required)}")
        return len(self.problems) == before

    def records(self) -> Iterator[Record]:
        """The records; one with more cells than there are columns is told and left out."""
        width = len(self.columns)
        unnamed = [position for position, column in enumerate(self.columns) if not column]
        for line, cells in self.sheet.lines:
            length = len(cells)
            if length > width and any(map(str.strip, cells[width:])):
                sizes = count_of(length, "cell"), count_of(width, "cell")
                self.problems.add(Problem(self.sheet.file, line, "row", *sizes, DELIMITER_HINT))
                self.sheet.is_whole = False
                continue
            if unnamed:
                unnamed = self._without_filled(unnamed, cells)
            texts = dict(zip(self.columns, cells, strict=False))
            yield Record(Location(self.sheet.file, line), texts)

    def _tell_columns(self, headings: Sequence[str]) -> None:
        """Tell each column that there cannot be, or that there is already."""
        declared = self.table.names
        for position, (column, heading) in enumerate(zip(self.columns, headings, strict=True)):
            if column and column not in declared:
                unused = [name for name in declared if name not in self.columns]
                hint = nearest(column, unused)
                self._tell(f"the column {quoted(heading)}", f"only {listed(declared)}", hint)
            elif column and self.columns.index(column) != position:
                self._tell(f"the column {quoted(heading)} twice", "each column once")

    def _without_filled(self, unnamed: list[int], cells: Sequence[str]) -> list[int]:
        """The columns without a heading that are empty so far; one with something in it is told."""
        filled = [
            position for position in unnamed if position < len(cells) and cells[position].strip()
        ]
        for position in filled:
            column = f"column {position + 1} without a name"
            self._tell(column, f"only {listed(self.table.names)}")
        return [position for position in unnamed if position not in filled]

    def _tell(self, found: str, expected: str, hint: str = "") -> None:
        line = self.sheet.header_line
        self.problems.add(Problem(self.sheet.file, line, "header", found, expected, hint))
