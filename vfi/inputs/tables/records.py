"""Records of a table before they are read, and rows after: texts, and the places they are at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from vfi.inputs.tables.kinds import Words
from vfi.problems import Problem, Severity

EntryT = TypeVar("EntryT")
References = Mapping[str, Words | Callable[..., Words] | Mapping[str, str]]
"""What the references of a declaration refer to, by name: words, a function of other cells of the
row that gives words, or the word for each word of a column. What is not there, or is None, is not
known: cells are then not held against it.
"""


class Location(NamedTuple):
    """Where something stands.

    Attributes:
        file: the file, as problems call it; of a workbook, with the name of its sheet.
        line: the line or row, counted from 1.
        column: the column, counted from 1, where the line does not say enough.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def seen_from(self, viewpoint: Location) -> str:
        """Where this is, in words for a problem at another place."""
        line = "" if self.line is None else f"on line {self.line}"
        if self.file == viewpoint.file:
            return line
        return f"{line} of {self.file}" if line else f"in {self.file}"


class Record(NamedTuple):
    """The texts of one record, from whatever source.

    Attributes:
        location: where the record stands.
        cells: the texts as written, by the column of the declaration; one that is left out is
            empty.
        cell_locations: where single cells stand, where that is not the place of the record: a sheet
            with a column for each criterion has the cells of a judgement in several places.
    """

    location: Location
    cells: Mapping[str, str]
    cell_locations: Mapping[str, Location] = {}


class Row(NamedTuple, Generic[EntryT]):
    """A record that was read.

    Attributes:
        location: where it stands.
        cells: the text of every column, trimmed and in plain spelling.
        entry: what the row says; cells that cannot be read say what empty ones do.
        is_sound: whether nothing is wrong with it.
        cell_locations: where single cells stand, where that is not the place of the row.
    """

    location: Location
    cells: Mapping[str, str]
    entry: EntryT
    is_sound: bool = True
    cell_locations: Mapping[str, Location] = {}

    def problem(
        self,
        column: str,
        found: str,
        expected: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem of one cell of the row."""
        return problem_at(self, column, found, expected, hint, severity)


def problem_at(
    record: Record | Row[Any],
    column: str,
    found: str,
    expected: str,
    hint: str = "",
    severity: Severity = Severity.ERROR,
) -> Problem:
    """A problem of one cell of a record."""
    file, line, position = record.cell_locations.get(column, record.location)
    return Problem(file, line, column, found, expected, hint, severity, position)
