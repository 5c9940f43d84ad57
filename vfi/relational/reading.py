"""The CSV files of a study as DuckDB reads them, and as other databases load them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vfi.relational.errors import CannotRecompute

DELIMITERS = (",", ";", "\t")
HEADER_BYTES = 65_536
SPACES = r"^[\s\v\p{Z}]+|[\s\v\p{Z}]+$"
COLUMNS = {
    "cases": {"id": "id"},
    "judgements": {"case": "case_id", "criterion": "criterion", "level": "level"},
    "failures": {"case": "case_id", "failure": "failure"},
}


@dataclass(frozen=True, slots=True)
class CsvFile:
    """One CSV file: the table it fills, where it lies and how it is written.

    Attributes:
        table: `cases`, `judgements` or `failures`.
        path: the file.
        delimiter: what stands between its cells.
        header: its columns, as they stand in the header.
        blank_lines: how many lines without text stand before the header.
    """

    table: str
    path: Path
    delimiter: str
    header: tuple[str, ...]
    blank_lines: int

    @property
    def select(self) -> str:
        """The query with which DuckDB reads the columns that are needed, without spaces around the cells."""
        needed = COLUMNS[self.table]
        place = {name.strip(): name for name in self.header}
        cells = ", ".join(
            f"regexp_replace({_name(place[name])}, '{SPACES}', '', 'g') AS {alias}" for name, alias in needed.items()
        )
        filled = " OR ".join(f"{alias} <> ''" for alias in needed.values())
        columns = ", ".join(f"{_text(name)}: 'VARCHAR'" for name in self.header)
        return (
            f"SELECT * FROM (SELECT {cells} FROM read_csv({_text(str(self.path))}, auto_detect = false, header = true,"
            f" skip = {self.blank_lines},"
            f" delim = {_text(self.delimiter)}, quote = '\"', escape = '\"', null_padding = false,"
            f" columns = {{{columns}}}, force_not_null = [{', '.join(map(_text, self.header))}])) WHERE {filled}"
        )


def find(folder: Path) -> tuple[CsvFile, ...]:
    """The files of a study folder that the recomputation reads.

    Raises:
        CannotRecompute: a file is missing, or its header fits no known delimiter.
    """
    files = [table for table in COLUMNS if table != "failures" or (folder / "failures.csv").exists()]
    return tuple(_described(table, (folder / f"{table}.csv").resolve()) for table in files)


def _described(table: str, path: Path) -> CsvFile:
    try:
        with path.open("rb") as file:
            start = file.read(HEADER_BYTES).decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise CannotRecompute(f"{path.name} cannot be read: {error.strerror}") from error
    lines = start.splitlines()
    blank = next((place for place, line in enumerate(lines) if line.strip()), 0)
    for delimiter in DELIMITERS:
        header = tuple(cell.strip().removeprefix('"').removesuffix('"') for cell in lines[blank].split(delimiter))
        if {cell.strip() for cell in header} >= COLUMNS[table].keys():
            return CsvFile(table, path, delimiter, header, blank)
    needed = ", ".join(COLUMNS[table])
    raise CannotRecompute(f"the header of {path.name} does not have the columns {needed} between one delimiter")


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
