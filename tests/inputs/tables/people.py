"""A small table of people, and files of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from vfi.inputs.tables.declaration import DeclaredColumn, DeclaredTable
from vfi.inputs.tables.files import ReadTable, read_table
from vfi.inputs.tables.kinds import PROSE
from vfi.problems import Problem, Problems


class Person(NamedTuple):
    id: str
    name: str
    note: str


PEOPLE = DeclaredTable(
    "people.csv",
    "People.",
    Person,
    (
        DeclaredColumn("id", "a number", required=True),
        DeclaredColumn("name", "a name", required=True),
        DeclaredColumn("note", "a remark", PROSE),
    ),
)


def read(folder: Path, data: str | bytes) -> tuple[ReadTable[Person], list[Problem]]:
    path = folder / "people.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    problems = Problems()
    table = read_table(path, "people.csv", PEOPLE, {}, problems)
    return table, list(problems)


def rows(folder: Path, data: str | bytes) -> list[tuple[int | None, dict[str, str]]]:
    """The line and the cells of each row of a file without a mistake."""
    table, problems = read(folder, data)
    assert problems == []
    return [(row.location.line, dict(row.cells)) for row in table.rows]


def cells(folder: Path, data: str | bytes) -> dict[str, str]:
    """The cells of the first row."""
    return rows(folder, data)[0][1]


def only_problem(folder: Path, data: str | bytes) -> Problem:
    problems = read(folder, data)[1]
    assert len(problems) == 1, problems
    return problems[0]
