"""CSV as spreadsheets all over the world write it: a header, and the lines below it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vfi.inputs.tables.headings import Sheet, heading_key
from vfi.inputs.text import MEBIBYTE
from vfi.numbers import grouped
from vfi.problems import Problem, Problems, listed, quoted

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SEPARATORS_ONLY = re.compile(r'[\s,;|"]*')
SEP_LINE = re.compile(r'\s*"?sep=(?P<sign>.)"?(?P=sign)*\s*', re.IGNORECASE)
MAXIMUM_BYTES = 256 * MEBIBYTE
MAXIMUM_ROWS = 2_000_000
WELL_FORMED = "well-formed CSV"
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
        f"a cell holds at most {grouped(MAXIMUM_BYTES)} characters",
    ),
}


def sheet_of(text: str, name: str, required: Sequence[str], problems: Problems) -> Sheet | None:
    """The header of a CSV file and the lines below it; None when a problem was added.

    Read with commas, semicolons, tabs or bars, a first line `sep=;`, lines of separators only, any
    line end, and rows that end before their last cells.

    Args:
        text: the text of the file.
        name: what to call the file in a problem.
        required: the columns that have to be there; the delimiter is the one that gives them.
        problems: where problems are added, those of later lines as the lines are taken.
    """
    layout = _layout(text, required, name, problems)
    if layout is None:
        return None
    sheet = Sheet(name, layout.header)
    lines = _records(text, layout, sheet, problems)
    sheet.header_line, sheet.headings = next(lines, (layout.header, []))
    sheet.lines = lines
    return sheet


class _Layout(NamedTuple):
    """How a file is written: the line of its header, and what stands between its cells."""

    header: int
    delimiter: str


def _layout(text: str, required: Sequence[str], name: str, problems: Problems) -> _Layout | None:
    declared = ""
    for number, line in enumerate(io.StringIO(text), start=1):
        if SEPARATORS_ONLY.fullmatch(line):
            continue
        sep_line = None if declared else SEP_LINE.fullmatch(line)
        if sep_line is None:
            delimiter = declared or _delimiter(line, required)
            if delimiter is not None:
                return _Layout(number, delimiter)
            ambiguous = "a header that fits more than one delimiter"
            expected = "commas between the columns: " + ",".join(required)
            problems.add(Problem(name, number, "header", ambiguous, expected))
            return None
        declared = sep_line["sign"]
        if declared not in DELIMITERS:
            expected = f"sep= and a {' or '.join(DELIMITERS.values())}"
            problems.add(Problem(name, number, "header", quoted(line), expected))
            return None
    problems.add(Problem(name, None, "", "no header", "the columns " + listed(required)))
    return None


def _delimiter(header: str, required: Sequence[str]) -> str | None:
    fitting = []
    for delimiter in DELIMITERS:
        columns = {heading_key(cell.strip().strip('"')) for cell in header.split(delimiter)}
        if columns.issuperset(map(heading_key, required)):
            fitting.append(delimiter)
    if not fitting:
        return max(DELIMITERS, key=header.count)
    return fitting[0] if len(fitting) == 1 or len(required) == 1 else None


def _records(
    text: str, layout: _Layout, sheet: Sheet, problems: Problems
) -> Iterator[tuple[int, list[str]]]:
    """Each record with text in it, from the header on, with the line that it starts on."""
    csv.field_size_limit(MAXIMUM_BYTES)
    lines = io.StringIO(text)
    for _ in range(layout.header - 1):
        lines.readline()
    reader = csv.reader(lines, delimiter=layout.delimiter, strict=True)
    line, count = layout.header, 0
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            problems.add(_fault(sheet.file, line, error))
            break
        if record is None:
            return
        if any(map(str.strip, record)):
            count += 1
            if count > MAXIMUM_ROWS:
                limit = f"{grouped(MAXIMUM_ROWS)} rows"
                problems.add(
                    Problem(sheet.file, line, "", f"more than {limit}", f"at most {limit}")
                )
                break
            yield line, record
        line = layout.header + reader.line_num
    sheet.is_whole = False


def _fault(file: str, line: int, error: csv.Error) -> Problem:
    """What is wrong with a record, what was expected, and what to do."""
    for words, (fault, hint) in FAULTS.items():
        if words in str(error):
            return Problem(file, line, "CSV", fault, WELL_FORMED, hint)
    return Problem(file, line, "CSV", str(error), WELL_FORMED)
