"""The recomputation, run by DuckDB inside this process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb

from vfi.relational.checks import check_judgements
from vfi.relational.compile import FAILURES, RESULT, Compiler
from vfi.relational.dialects import statement_sql
from vfi.relational.errors import CannotRecompute
from vfi.relational.figures import Figure
from vfi.relational.plan import Plan
from vfi.relational.reading import find
from vfi.relational.tables import Statement
from vfi.rubric.models import Rubric

Observer = Callable[[Statement], None]


def recompute(folder: Path, rubric: Rubric, observe: Observer | None = None) -> tuple[Figure, ...]:
    """Every rating of a study folder, over all cases and of each case, from its CSV files by way of SQL.

    Args:
        folder: the study's folder; `cases.csv`, `judgements.csv` and, where there is one, `failures.csv` are read.
        rubric: the rubric.
        observe: called with each statement after it has run.

    Raises:
        CannotRecompute: the rubric or the files hold something that is not recomputed.
    """
    connection = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    try:
        _read(connection, folder)
        check_judgements(connection, rubric)
        for statement in Compiler(Plan.of(rubric), _denominators_in(connection)).statements():
            for command in statement_sql(statement, "duckdb"):
                connection.execute(command)
            if observe is not None:
                observe(statement)
        return tuple(_figure(*row) for row in connection.execute(f"FROM {RESULT}").fetchall())
    except duckdb.OutOfRangeException as error:
        raise CannotRecompute(f"a whole number has more digits than DuckDB holds exactly ({error})") from error
    finally:
        connection.close()


def _read(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    files = find(folder)
    for file in files:
        try:
            connection.execute(f"CREATE TABLE {file.table} AS {file.select}")
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise CannotRecompute(f"DuckDB cannot read {file.path.name}: {reason}") from error
    if FAILURES.get_name() not in {file.table for file in files}:
        connection.execute(f"CREATE TABLE {FAILURES.get_name()} (case_id VARCHAR, failure VARCHAR)")


def _denominators_in(connection: duckdb.DuckDBPyConnection) -> Callable[[Statement, Sequence[str]], list[int]]:
    def denominators(statement: Statement, nodes: Sequence[str]) -> list[int]:
        query = (
            f"SELECT DISTINCT score_denominator FROM {statement.name}"
            " WHERE score_denominator IS NOT NULL AND list_contains(?, node)"
        )
        return [int(number) for (number,) in connection.execute(query, [list(nodes)]).fetchall()]

    return denominators


def _figure(case: str, node: str, state: str, rating: str | None, *numbers: Any) -> Figure:
    numerator, denominator, judged, missing, _ = numbers
    value = None if numerator is None else Fraction(int(numerator), int(denominator))
    return Figure(case or None, node, state, rating, value, int(judged), int(missing))
