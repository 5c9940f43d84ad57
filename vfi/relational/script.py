"""The recomputation as a script for a database of the reader's own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from vfi.relational.compile import RESULT, Compiler
from vfi.relational.dialects import COMPILERS, statement_sql
from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import Plan
from vfi.relational.reading import COLUMNS, CsvFile, find
from vfi.relational.run import recompute
from vfi.relational.tables import Statement
from vfi.rubric.models import Rubric

TYPES = {"duckdb": "VARCHAR", "spark": "STRING", "databricks": "STRING", "postgres": "TEXT"}


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
    return "\n\n".join([*parts, f"SELECT * FROM {RESULT} ORDER BY case_id, place;"]) + "\n"


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
    for table, columns in COLUMNS.items():
        file = files.get(table)
        if file is not None and dialect == "duckdb":
            yield _comment(f"{file.path.name}, as it is") + f"\nCREATE TABLE {table} AS {file.select};"
            continue
        kind = TYPES.get(dialect, "VARCHAR")
        made = f"CREATE TABLE {table} ({', '.join(f'{name} {kind}' for name in columns.values())});"
        yield f"{_comment(_how_to_load(file, table, dialect))}\n{made}"


def _how_to_load(file: CsvFile | None, table: str, dialect: str) -> str:
    if file is None:
        return f"This study has no {table}.csv: the table stays empty."
    columns = ", ".join(f"{name} as {alias}" for name, alias in COLUMNS[table].items())
    words = (
        f'Load {file.path.name} (header, cells between {file.delimiter!r}, quotation marks as ") and keep the columns '
        f"{columns}, without spaces around the cells."
    )
    if dialect == "postgres":
        target = f"{table}_file ({', '.join(file.header)})"
        words += (
            f" In psql: a table {target} of text; \\copy {table}_file FROM '{file.path.name}' "
            f"(FORMAT csv, HEADER, DELIMITER {file.delimiter!r}); then INSERT INTO {table} SELECT "
            f"{', '.join(COLUMNS[table])} FROM {table}_file."
        )
    return words


def _comment(words: str) -> str:
    return "\n".join(f"-- {line}" for line in textwrap.wrap(words, 110, break_long_words=False))
