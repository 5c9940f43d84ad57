"""The recomputation as a script for a database of the reader's own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from vfi.relational.compile import RESULT, Compiler
from vfi.relational.dialects import COMPILERS, statement_sql, translated
from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import Plan
from vfi.relational.reading import COLUMNS, CsvFile, find
from vfi.relational.run import recompute
from vfi.relational.tables import Statement
from vfi.rubric.models import Rubric


def sql_script(folder: Path, rubric: Rubric, dialect: str = "duckdb") -> str:
    """The SQL of the recomputation: loading of the CSV files, a table a step, and the ratings at the end.

    Raises:
        CannotRecompute: there is no such dialect, or the rubric or files hold something that is not recomputed.
    """
    if dialect not in COMPILERS:
        raise CannotRecompute(f'there is no SQL for "{dialect}"; known are {", ".join(COMPILERS)}')
    parts = [_head(rubric, dialect), *_loading(folder, dialect)]
    for statement in _statements(folder, rubric):
        commands = statement_sql(statement, dialect, pretty=True)
        parts.append(_comment(statement.words) + "\n" + "\n".join(f"{command};" for command in commands))
    shown = translated(f"SELECT * FROM {RESULT} ORDER BY case_id, place", dialect)
    return "\n\n".join([*parts, f"{shown};"]) + "\n"


def _statements(folder: Path, rubric: Rubric) -> list[Statement]:
    """Every statement; those that depend on the judgements are made by running the ones before."""
    steps = [rubric.step_of(node) for node in rubric.node_ids]
    if any(step.of == "scores" for step in steps):
        found: list[Statement] = []
        recompute(folder, rubric, found.append)
        return found
    return list(Compiler(Plan.of(rubric), lambda _statement, _nodes: ()).statements())


def _head(rubric: Rubric, dialect: str) -> str:
    return _comment(
        f"The ratings of a study by the rubric {rubric.id}, version {rubric.version}, in SQL for {dialect}. Whole "
        "numbers throughout: nothing is divided and nothing is rounded. A value is numerator / denominator; "
        "thresholds are compared by multiplying crosswise."
    )


def _loading(folder: Path, dialect: str) -> Iterator[str]:
    files = {file.table: file for file in find(folder)}
    for table in COLUMNS:
        file = files.get(table)
        if file is None:
            made = f"CREATE TABLE {table} ({_columns(COLUMNS[table].values())})"
            yield f"-- This study has no {table}.csv: the table stays empty.\n{translated(made, dialect)};"
        elif dialect == "duckdb":
            yield f"-- {file.path.name}, as it is\nCREATE TABLE {table} AS {file.select};"
        else:
            yield _loading_by_hand(file, dialect)


def _loading_by_hand(file: CsvFile, dialect: str) -> str:
    """A table for the file as it is, how to fill it, and the columns of it that are needed."""
    columns = [name.strip() for name in file.header]
    raw = f"CREATE TABLE {file.table}_file ({_columns(columns)})"
    cells = ", ".join(f'trim("{name}") AS {alias}' for name, alias in COLUMNS[file.table].items())
    kept = f"CREATE TABLE {file.table} AS SELECT {cells} FROM {file.table}_file"
    delimiter = {"\t": "tab", ",": "comma", ";": "semicolon"}[file.delimiter]
    words = f"Load {file.path.name} here: a header line, the delimiter {delimiter}, cells in double quotation marks."
    if dialect == "postgres":
        quoted = "E'\\t'" if file.delimiter == "\t" else f"'{file.delimiter}'"
        words += f"\n-- \\copy {file.table}_file FROM '{file.path.name}' (FORMAT csv, HEADER, DELIMITER {quoted})"
    return f"{translated(raw, dialect)};\n-- {words}\n{translated(kept, dialect)};"


def _columns(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}" VARCHAR' for name in names)


def _comment(words: str) -> str:
    return "\n".join(f"-- {line}" for line in textwrap.wrap(words, 110, break_long_words=False))
