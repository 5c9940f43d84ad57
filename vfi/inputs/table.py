"""CSV tables with the line of every row, as spreadsheets all over the world write them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from vfi.inputs.text import MEBIBYTE, TextFile, read_text
from vfi.numbers import count_of
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.signs import plain_name, plain_prose

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SEPARATORS_ONLY = re.compile(r'[\s,;|"]*')
DECLARATION = re.compile(r'\s*"?sep=(?P<sign>.)"?(?P=sign)*\s*', re.IGNORECASE)
BETWEEN_WORDS = re.compile(r"[\s_-]+")
MAXIMUM_BYTES = 256 * MEBIBYTE
MAXIMUM_ROWS = 2_000_000
FAULTS = {
    "unexpected end of data": (
        "a quotation mark that is not closed",
        "a quotation mark inside a cell is written twice",
    ),
    "expected after": (
        "text after a closing quotation mark",
        "a quotation mark inside a cell is written twice",
    ),
    "larger than field limit": (
        "a cell that is too long",
        f"a cell holds at most {MAXIMUM_BYTES:,} characters",
    ),
}


class Row(NamedTuple):
    """One row of a table: the line that it starts on and its cells by column, trimmed and in plain
    spelling.
    """

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and the file that holds them.

    Attributes:
        rows: the rows that could be read.
        file: the file.
        is_whole: whether these are all rows of the file; where not, what is missing from them means
            nothing.
    """

    rows: list[Row]
    file: TextFile
    is_whole: bool = True

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
    prose: Collection[str] = (),
    within: Path | None = None,
) -> Table | None:
    """The rows of a CSV file with a header line.

    Read as a spreadsheet writes them: with commas, semicolons, tabs or bars, a first line `sep=;`,
        lines of
    separators only, a byte order mark, any line end, columns headed in any case and with spaces or
    hyphens for underscores, and rows that end before their last cells, which are then empty. Cells
    are trimmed; those that hold names are spelt as `plain_name` does, so that a no-break space or a
    decomposed accent is no other name.

    Args:
        path: the file.
        name: what to call it in a problem.
        problems: where problems are added.
        required: the columns that must be there.
        optional: the columns that may be there; a row without one holds "" for it.
        prose: the columns of running text, whose inner white space stays as it is.
        within: a folder that the file may not lead out of.

    Returns:
        The table, or None when the file or its header cannot be used.
    """
    file = read_text(path, name, problems, limit=MAXIMUM_BYTES, within=within)
    if file is None:
        return None
    layout = _layout(file.text, required, name, problems)
    if layout is None:
        return None
    reader = _Reader(name, problems, [*required, *optional], prose)
    records = reader.records(file.text, layout)
    line, cells = next(records, (layout.header, []))
    if not reader.takes_header(line, cells, required):
        return None
    return Table(list(reader.rows(records)), file, reader.is_whole)


class _Layout(NamedTuple):
    """How a file is written: the line of its header, and what stands between its cells."""

    header: int
    delimiter: str


def _layout(text: str, required: Sequence[str], name: str, problems: Problems) -> _Layout | None:
    declared = ""
    for number, line in enumerate(io.StringIO(text), start=1):
        if SEPARATORS_ONLY.fullmatch(line):
            continue
        declaration = None if declared else DECLARATION.fullmatch(line)
        if declaration is None:
            delimiter = declared or _delimiter(line, required)
            if delimiter is None:
                found = "a header that fits more than one delimiter"
                expected = "commas between the columns: " + ",".join(required)
                problems.add(Problem(name, number, "header", found, expected))
            return None if delimiter is None else _Layout(number, delimiter)
        declared = declaration["sign"]
        if declared not in DELIMITERS:
            problems.add(
                Problem(
                    name,
                    number,
                    "header",
                    quoted(line),
                    f"sep= and a {' or '.join(DELIMITERS.values())}",
                )
            )
            return None
    problems.add(Problem(name, None, "", "no header", "the columns " + listed(required)))
    return None


def _delimiter(header: str, required: Sequence[str]) -> str | None:
    fitting = []
    for delimiter in DELIMITERS:
        columns = {_heading(cell.strip().strip('"')) for cell in header.split(delimiter)}
        if columns.issuperset(map(_heading, required)):
            fitting.append(delimiter)
    if not fitting:
        return max(DELIMITERS, key=header.count)
    return fitting[0] if len(fitting) == 1 or len(required) == 1 else None


def _heading(text: str) -> str:
    """What the heading of a column is compared by: `Part of`, `part-of` and `PART_OF` are one."""
    return BETWEEN_WORDS.sub("", plain_name(text)).casefold()


class _Names(dict[str, str]):
    """The plain spelling of names, each made once."""

    def __missing__(self, text: str) -> str:
        name = self[text] = plain_name(text)
        return name


@dataclass
class _Reader:
    """Reads the records of one file against the columns that it may have.

    Attributes:
        name: the file, as problems call it.
        problems: where problems are added.
        known: the columns that there may be.
        prose: those that hold running text.
        columns: the columns that there are, in the order of the file; "" for one without a heading.
        header_line: the line of the header.
        is_whole: whether every row so far could be read.
    """

    name: str
    problems: Problems
    known: Sequence[str]
    prose: Collection[str]
    columns: list[str] = field(default_factory=list)
    header_line: int = 1
    is_whole: bool = True

    def records(self, text: str, layout: _Layout) -> Iterator[tuple[int, list[str]]]:
        """Each record with text in it, from the header on, with the line that it starts on."""
        csv.field_size_limit(MAXIMUM_BYTES)
        lines = io.StringIO(text)
        for _ in range(layout.header - 1):
            lines.readline()
        reader = csv.reader(lines, delimiter=layout.delimiter, strict=True)
        line = layout.header
        count = 0
        while True:
            try:
                record = next(reader, None)
            except csv.Error as error:
                self._cannot_go_on(line, "CSV", *_fault(error))
                return
            if record is None:
                return
            if any(map(str.strip, record)):
                count += 1
                if count > MAXIMUM_ROWS:
                    self._cannot_go_on(
                        line,
                        "",
                        f"more than {MAXIMUM_ROWS:,} rows",
                        f"at most {MAXIMUM_ROWS:,} rows",
                    )
                    return
                yield line, record
            line = layout.header + reader.line_num

    def takes_header(self, line: int, cells: Sequence[str], required: Sequence[str]) -> bool:
        """Whether the columns are those that there may be and have to be; every one that is not is
        told.
        """
        self.header_line = line
        by_heading = {_heading(column): column for column in self.known}
        headings = [plain_name(cell) for cell in cells]
        self.columns = [by_heading.get(_heading(heading), heading) for heading in headings]
        missing = [column for column in required if column not in self.columns]
        if len(missing) == len(required):
            found = (
                f"{listed(map(quoted, filter(None, headings)))}, none of the columns that there "
                "have to be"
            )
            self._tell_header(found, f"the columns {listed(required)}")
            return False
        before = len(self.problems)
        for position, (column, heading) in enumerate(zip(self.columns, headings, strict=True)):
            if column and column not in self.known:
                unused = [other for other in self.known if other not in self.columns]
                self._tell_header(
                    f"the column {quoted(heading)}",
                    f"only {listed(self.known)}",
                    nearest(column, unused),
                )
            elif column and self.columns.index(column) != position:
                self._tell_header(f"the column {quoted(heading)} twice", "each column once")
        for column in missing:
            self._tell_header(f"no column {quoted(column)}", f"the columns {listed(required)}")
        return len(self.problems) == before

    def rows(self, records: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
        """The rows; what a record leaves out at its end is empty."""
        width = len(self.columns)
        unnamed = [place for place, column in enumerate(self.columns) if not column]
        names = _Names()
        shape = [
            (place, column, plain_prose if column in self.prose else names.__getitem__)
            for place, column in enumerate(self.columns)
            if column
        ]
        blank = dict.fromkeys(self.known, "")
        for line, record in records:
            if len(record) > width and any(map(str.strip, record[width:])):
                hint = "a cell that holds the delimiter needs quotation marks around it"
                self.problems.add(
                    Problem(
                        self.name,
                        line,
                        "row",
                        count_of(len(record), "cell"),
                        count_of(width, "cell"),
                        hint,
                    )
                )
                self.is_whole = False
                continue
            given = len(record)
            unnamed = self._without_filled(unnamed, record)
            cells = blank | {
                column: read(record[place]) for place, column, read in shape if place < given
            }
            yield Row(line, cells)

    def _without_filled(self, unnamed: list[int], record: Sequence[str]) -> list[int]:
        """The columns without a heading that are empty so far; one with something in it is told."""
        filled = [place for place in unnamed if place < len(record) and record[place].strip()]
        for place in filled:
            self._tell_header(f"column {place + 1} without a name", f"only {listed(self.known)}")
        return [place for place in unnamed if place not in filled] if filled else unnamed

    def _tell_header(self, found: str, expected: str, hint: str = "") -> None:
        self.problems.add(Problem(self.name, self.header_line, "header", found, expected, hint))

    def _cannot_go_on(
        self, line: int, what: str, found: str, expected: str, hint: str = ""
    ) -> None:
        self.is_whole = False
        self.problems.add(Problem(self.name, line, what, found, expected, hint))


def _fault(error: csv.Error) -> tuple[str, str, str]:
    """What is wrong with a record, what was expected, and what to do."""
    for words, (found, hint) in FAULTS.items():
        if words in str(error):
            return found, "well-formed CSV", hint
    return str(error), "well-formed CSV", ""
