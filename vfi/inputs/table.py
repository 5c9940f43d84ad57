"""CSV tables with the line of every row, as spreadsheets all over Europe write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from vfi.inputs.text import MEBIBYTE, TextFile, read_text
from vfi.problems import Problem, Problems, listed, nearest, quoted

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
MAXIMUM_BYTES = 256 * MEBIBYTE
MAXIMUM_ROWS = 2_000_000


class Row(NamedTuple):
    """One row of a table: the line that it starts on and its cells by column, without spaces around them."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The whole rows of a table, and the file that holds them."""

    rows: list[Row]
    file: TextFile

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the file."""
        return self.file.sha256


def read_table(
    path: Path,
    name: str,
    problems: Problems,
    *,
    required: Sequence[str],
    optional: Sequence[str] = (),
    within: Path | None = None,
) -> Table | None:
    """The rows of a CSV file with a header line.

    Commas, semicolons (a European Excel) and tabs are accepted as delimiters where the header leaves no doubt
    which it is; so are a byte order mark and CRLF. Blank lines are passed over.

    Args:
        path: the file.
        name: what to call it in a problem.
        problems: where problems are added.
        required: the columns that must be there.
        optional: the columns that may be there; a row without one holds "" for it.
        within: a folder that the file may not lead out of.

    Returns:
        The table, or None when the file or its header cannot be used.
    """
    file = read_text(path, name, problems, limit=MAXIMUM_BYTES, within=within)
    if file is None:
        return None
    text = file.text
    delimiter = _delimiter(text, required)
    if delimiter is None:
        found = "a header that fits more than one delimiter"
        problems.add(Problem(name, 1, "header", found, "commas between the columns: " + ",".join(required)))
        return None
    records = _records(text, delimiter, name, problems)
    line, header = next(records, (1, []))
    columns = [cell.strip() for cell in header]
    if not _header_is_usable(columns, name, line, problems, required, optional):
        return None
    absent = {column: "" for column in optional if column not in columns}
    return Table(list(_rows(records, columns, absent, name, problems)), file)


def _delimiter(text: str, required: Sequence[str]) -> str | None:
    first = next(line for line in text.split("\n") if line.strip())
    fitting = []
    for delimiter in DELIMITERS:
        columns = {cell.strip().strip('"').strip() for cell in first.split(delimiter)}
        if len(columns.intersection(required)) == len(set(required)):
            fitting.append(delimiter)
    if not fitting:
        return max(DELIMITERS, key=first.count)
    return fitting[0] if len(fitting) == 1 or len(required) == 1 else None


def _records(text: str, delimiter: str, name: str, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    line = 1
    count = 0
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            hint = "a quotation mark inside a cell is written twice"
            problems.add(Problem(name, line, "CSV", str(error), "well-formed CSV", hint))
            return
        if record is None:
            return
        if any(map(str.strip, record)):
            count += 1
            if count > MAXIMUM_ROWS:
                found = f"more than {MAXIMUM_ROWS:,} rows"
                problems.add(Problem(name, line, "", found, f"at most {MAXIMUM_ROWS:,} rows"))
                return
            yield line, record
        line = reader.line_num + 1


def _header_is_usable(
    columns: list[str],
    name: str,
    line: int,
    problems: Problems,
    required: Sequence[str],
    optional: Sequence[str],
) -> bool:
    known = [*required, *optional]
    before = len(problems)
    missing = [column for column in required if column not in columns]
    for position, column in enumerate(columns, start=1):
        if column not in known:
            found = f"the column {quoted(column)}" if column else f"column {position} without a name"
            unused = [other for other in known if other not in columns]
            hint = nearest(column, unused)
            problems.add(Problem(name, line, "header", found, f"only {listed(known)}", hint))
        elif columns.index(column) != position - 1:
            problems.add(Problem(name, line, "header", f"the column {quoted(column)} twice", "each column once"))
    for column in missing:
        found = f"no column {quoted(column)}"
        problems.add(Problem(name, line, "header", found, f"the columns {listed(required)}"))
    return len(problems) == before


def _rows(
    records: Iterator[tuple[int, list[str]]],
    columns: list[str],
    absent: dict[str, str],
    name: str,
    problems: Problems,
) -> Iterator[Row]:
    width = len(columns)
    for line, record in records:
        if len(record) > width and any(cell.strip() for cell in record[width:]):
            hint = "a cell that holds the delimiter needs quotation marks around it"
            problems.add(Problem(name, line, "row", f"{len(record)} cells", f"{width} cells", hint))
            continue
        if len(record) < width:
            problems.add(Problem(name, line, "row", f"{len(record)} cells", f"{width} cells"))
            continue
        cells = dict(zip(columns, map(str.strip, record), strict=False))
        yield Row(line, cells | absent if absent else cells)
