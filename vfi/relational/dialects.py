"""From Ibis expressions to the SQL of a database."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

import sqlglot as sg

from vfi.relational.tables import Statement, within_reach

# Databases with whole numbers of 38 digits that never turn into floating point: module and name of
# Ibis' compiler.
COMPILERS = {
    "duckdb": ("duckdb", "DuckDBCompiler"),
    "postgres": ("postgres", "PostgresCompiler"),
    "spark": ("pyspark", "PySparkCompiler"),
    "databricks": ("databricks", "DatabricksCompiler"),
    "snowflake": ("snowflake", "SnowflakeCompiler"),
    "trino": ("trino", "TrinoCompiler"),
}
ROWS_A_COMMAND = 1000
PACKAGE = "ibis.backends.sql.compilers"


def statement_sql(statement: Statement, dialect: str, pretty: bool = False) -> list[str]:
    """The SQL that makes a table: one command for a query, two for a table of rows."""
    name = _compiler(dialect).dialect
    if statement.expression is None:
        return list(_of_rows(statement, dialect, pretty))
    query = _compiler(dialect).to_sqlglot(statement.expression)
    table = sg.exp.Table(this=sg.exp.to_identifier(statement.name, quoted=True))
    return [
        sg.exp.Create(this=table, kind="TABLE", expression=query).sql(
            name, pretty=pretty, copy=False
        )
    ]


def translated(command: str, dialect: str, pretty: bool = False) -> str:
    """A command of DuckDB's in the words of a database; names in quotation marks, as Ibis writes
    them.
    """
    return sg.parse_one(command, read="duckdb").sql(
        _compiler(dialect).dialect, pretty=pretty, identify=True
    )


def _of_rows(statement: Statement, dialect: str, pretty: bool) -> Iterator[str]:
    """The command that makes a table of rows, and those that fill it, a number of rows at a
    time.
    """
    types = {"string": "VARCHAR", "int64": "BIGINT"}
    columns = ", ".join(
        f"{name} {types.get(kind, kind)}" for name, kind in statement.columns.items()
    )
    command = f"CREATE TABLE {statement.name} ({columns})"
    yield command if dialect == "duckdb" and not pretty else translated(command, dialect, pretty)
    name = sg.exp.to_identifier(statement.name, quoted=True).sql(_compiler(dialect).dialect)
    between = ",\n  " if pretty else ", "
    for start in range(0, len(statement.rows), ROWS_A_COMMAND):
        rows = statement.rows[start : start + ROWS_A_COMMAND]
        values = between.join(
            f"({', '.join(_literal(cell, dialect) for cell in row)})" for row in rows
        )
        yield f"INSERT INTO {name} VALUES{' ' if not pretty else between[1:]}{values}"


@cache
def _literal(value: str | int, dialect: str) -> str:
    """A text or whole number as a database writes it: some take a backslash for a sign of their
    own.
    """
    if isinstance(value, int):
        return str(within_reach(value))
    return str(sg.exp.Literal.string(value).sql(_compiler(dialect).dialect))


@cache
def _compiler(dialect: str) -> Any:
    module, name = COMPILERS[dialect]
    with _without_the_others():
        return getattr(importlib.import_module(f"{PACKAGE}.{module}"), name)()


@contextmanager
def _without_the_others() -> Iterator[None]:
    """Ibis' package of compilers imports all twenty of them (0.2 s); a stand-in lets one be
    imported by itself.
    """
    if PACKAGE in sys.modules:
        yield
        return
    spec = importlib.util.find_spec(PACKAGE)
    stand_in = ModuleType(PACKAGE)
    stand_in.__path__ = list(spec.submodule_search_locations or ()) if spec else []
    sys.modules[PACKAGE] = stand_in
    try:
        yield
    finally:
        del sys.modules[PACKAGE]
