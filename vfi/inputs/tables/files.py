"""Files of tables: from a file, or a sheet of any file, to the rows of a declared table."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple

from vfi.inputs.tables import delimited
from vfi.inputs.tables.headings import Sheet, records_of
from vfi.inputs.tables.reading import read_records
from vfi.inputs.tables.records import EntryT, References, Row
from vfi.inputs.text import read_text
from vfi.problems import Problem, Problems

if TYPE_CHECKING:
    from vfi.inputs.tables.declaration import DeclaredTable
    from vfi.inputs.tables.kinds import Words


class ReadTable(NamedTuple, Generic[EntryT]):
    """The rows of a table that was read.

    Attributes:
        rows: the rows that could be read.
        is_whole: whether these are all rows of the file; where not, what is missing from them means
            nothing.
        data: the bytes of the file; None where it cannot be used, or where there is none.
    """

    rows: Sequence[Row[EntryT]] = ()
    is_whole: bool = True
    data: bytes | None = None

    @property
    def entries(self) -> tuple[EntryT, ...]:
        """What the rows say."""
        return tuple(row.entry for row in self.rows)

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the file."""
        return hashlib.sha256(self.data or b"").hexdigest()

    def words(self, column: str) -> Words:
        """The texts of a column, for other tables to refer to; None where not every row is here."""
        if not self.is_whole:
            return None
        return dict.fromkeys(text for row in self.rows if (text := row.cells[column]))


def read_table(
    path: Path,
    name: str,
    table: DeclaredTable[EntryT],
    references: References,
    problems: Problems,
    *,
    within: Path | None = None,
) -> ReadTable[EntryT]:
    """The rows of a CSV file.

    Args:
        path: the file.
        name: what to call it in a problem.
        table: what the file has to hold.
        references: what its cells may refer to.
        problems: where problems are added.
        within: a folder that the file may not lead out of.
    """
    file = read_text(path, name, problems, limit=delimited.MAXIMUM_BYTES, within=within)
    if file is None:
        return ReadTable(is_whole=False)
    sheet = delimited.sheet_of(file.text, name, table.required, problems)
    if sheet is None:
        return ReadTable(is_whole=False)
    return read_sheet(sheet, table, references, problems, file.data)


def read_sheet(
    sheet: Sheet,
    table: DeclaredTable[EntryT],
    references: References,
    problems: Problems,
    data: bytes | None = None,
) -> ReadTable[EntryT]:
    """The rows of a sheet that is laid out as its table is declared: a header, and a line a row.

    Args:
        sheet: the sheet, whatever file it comes from.
        table: what it has to hold.
        references: what its cells may refer to.
        problems: where problems are added.
        data: the bytes of the file.
    """
    records = records_of(sheet, table, problems)
    if records is None:
        return ReadTable(is_whole=False)
    rows = read_records(table, records, references, problems)
    if not rows and sheet.is_whole:
        line = sheet.header_line
        problems.add(Problem(sheet.file, line, "", "a header without rows", "at least one row"))
    return ReadTable(rows, sheet.is_whole, data)
