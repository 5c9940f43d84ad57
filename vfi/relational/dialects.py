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

# Databases with whole numbers of 38 digits that never turn into floating point: module and name of Ibis' compiler.
COMPILERS = {
    "duckdb": ("duckdb", "DuckDBCompiler"),
    "postgres": ("postgres", "PostgresCompiler"),
    "spark": ("pyspark", "PySparkCompiler"),
    "databricks": ("databricks", "DatabricksCompiler"),
    "snowflake": ("snowflake", "SnowflakeCompiler"),
    "trino": ("trino", "TrinoCompiler"),
}
PACKAGE = "ibis.backends.sql.compilers"


def statement_sql(statement: Statement, dialect: str, pretty: bool = False) -> list[str]:
    """The SQL that makes a table: one command for a query, two for a table of rows."""
    name = _compiler(dialect).dialect
    if statement.expression is None:
        commands = list(_of_rows(statement))
        if dialect == "duckdb" and not pretty:
            return commands
        return [translated(command, dialect, pretty) for command in commands]
    query = _compiler(dialect).to_sqlglot(statement.expression)
    table = sg.exp.Table(this=sg.exp.to_identifier(statement.name, quoted=True))
    return [sg.exp.Create(this=table, kind="TABLE", expression=query).sql(name, pretty=pretty, copy=False)]


def translated(command: str, dialect: str, pretty: bool = False) -> str:
    """A command of DuckDB's in the words of a database; names in quotation marks, as Ibis writes them."""
    return sg.parse_one(command, read="duckdb").sql(_compiler(dialect).dialect, pretty=pretty, identify=True)


def _of_rows(statement: Statement) -> Iterator[str]:
    types = {"string": "VARCHAR", "int64": "BIGINT"}
    columns = ", ".join(f"{name} {types.get(kind, kind)}" for name, kind in statement.columns.items())
    yield f"CREATE TABLE {statement.name} ({columns})"
    if statement.rows:
        rows = ", ".join(f"({', '.join(map(_literal, row))})" for row in statement.rows)
        yield f"INSERT INTO {statement.name} VALUES {rows}"


def _literal(value: str | int) -> str:
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(within_reach(value))


@cache
def _compiler(dialect: str) -> Any:
    module, name = COMPILERS[dialect]
    with _without_the_others():
        return getattr(importlib.import_module(f"{PACKAGE}.{module}"), name)()


@contextmanager
def _without_the_others() -> Iterator[None]:
    """Ibis' package of compilers imports all twenty of them (0.2 s); a stand-in lets one be imported by itself."""
    if PACKAGE in sys.modules:
        yield
        return
    found = importlib.util.find_spec(PACKAGE)
    stand_in = ModuleType(PACKAGE)
    stand_in.__path__ = list(found.submodule_search_locations or ()) if found else []
    sys.modules[PACKAGE] = stand_in
    try:
        yield
    finally:
        del sys.modules[PACKAGE]
