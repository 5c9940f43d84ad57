"""The recomputation, run by DuckDB inside this process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import duckdb

from vfi.relational.checks import check_judgements
from vfi.relational.compile import RESULT, Compiler
from vfi.relational.dialects import statement_sql
from vfi.relational.errors import CannotRecompute
from vfi.relational.figures import RecomputedNode
from vfi.relational.plan import Plan
from vfi.relational.rows import Rows, given
from vfi.relational.tables import Statement

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric

Observer = Callable[[Statement], None]
NOTHING_FROM_OUTSIDE: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def recompute(
    rows: Rows, rubric: Rubric, observe: Observer | None = None
) -> tuple[RecomputedNode, ...]:
    """Every rating of a study, over all cases and of each case, from the rows of its tables by way
    of SQL.

    Args:
        rows: for `cases`, `judgements` and, where there are any, `failures` the rows, with the
            cells of `COLUMNS`.
        rubric: the rubric.
        observe: called with each statement after it has run.

    Raises:
        CannotRecompute: the rubric or the rows hold something that is not recomputed.
    """
    connection = duckdb.connect(config=NOTHING_FROM_OUTSIDE)
    try:
        for table in given(rows):
            _fill(connection, table)
        check_judgements(connection, rubric)
        for statement in Compiler(Plan.of(rubric), _denominators_in(connection)).statements():
            for command in statement_sql(statement, "duckdb"):
                connection.execute(command)
            if observe is not None:
                observe(statement)
        return tuple(_figure(*row) for row in connection.execute(f"FROM {RESULT}").fetchall())
    except duckdb.OutOfRangeException as error:
        # DuckDB's own words name the numbers that it met first, which are others from run to run.
        raise CannotRecompute("a whole number has more digits than DuckDB holds exactly") from error
    finally:
        connection.close()


def _fill(connection: duckdb.DuckDBPyConnection, table: Statement) -> None:
    """A table with its rows, handed over as values and a column at a time: nothing in them is ever
    SQL or a path.
    """
    connection.execute(
        f"CREATE TABLE {table.name} ({', '.join(f'{name} VARCHAR' for name in table.columns)})"
    )
    if table.rows:
        cells = ", ".join("unnest(?)" for _ in table.columns)
        columns = [list(column) for column in zip(*table.rows, strict=True)]
        connection.execute(f"INSERT INTO {table.name} SELECT {cells}", columns)


def _denominators_in(
    connection: duckdb.DuckDBPyConnection,
) -> Callable[[Statement, Sequence[str]], list[int]]:
    def denominators(statement: Statement, nodes: Sequence[str]) -> list[int]:
        query = (
            f"SELECT DISTINCT score_denominator FROM {statement.name} WHERE score_denominator IS "
            "NOT NULL AND list_contains(?, node)"
        )
        return [int(number) for (number,) in connection.execute(query, [list(nodes)]).fetchall()]

    return denominators


def _figure(case: str, node: str, state: str, rating: str | None, *numbers: Any) -> RecomputedNode:
    numerator, denominator, judged, missing, _ = numbers
    value = None if numerator is None else Fraction(int(numerator), int(denominator))
    return RecomputedNode(case or None, node, state, rating, value, int(judged), int(missing))
