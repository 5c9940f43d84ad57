from __future__ import annotations

import ibis
import pytest

from vfi.relational.dialects import COMPILERS, _literal, statement_sql, translated
from vfi.relational.errors import CannotRecompute
from vfi.relational.tables import Statement


def test_databases_to_which_a_backslash_is_a_sign_of_its_own_get_two() -> None:
    written = {dialect: _literal("a\\b", dialect) for dialect in COMPILERS}
    assert written["spark"] == written["databricks"] == written["snowflake"] == r"'a\\b'"
    assert written["duckdb"] == written["postgres"] == written["trino"] == r"'a\b'"


def test_a_query_is_one_command_and_a_table_of_rows_is_filled_by_more() -> None:
    rows = tuple((f"c{number}",) for number in range(2001))
    made = statement_sql(Statement("t", "a table", None, {"id": "string"}, rows), "duckdb")
    assert [command.split(" (")[0].split(" VALUES")[0] for command in made] == [
        "CREATE TABLE t",
        'INSERT INTO "t"',
        'INSERT INTO "t"',
        'INSERT INTO "t"',
    ]
    query = ibis.table({"id": "string"}, name="t").filter(ibis._.id == "c1")
    (command,) = statement_sql(Statement("u", "a query", query), "duckdb")
    assert command.startswith('CREATE TABLE "u" AS SELECT')


def test_a_command_is_said_in_the_words_of_a_database() -> None:
    assert translated("CREATE TABLE t (n BIGINT)", "spark") == "CREATE TABLE `t` (`n` BIGINT)"


def test_a_number_that_no_database_holds_is_not_written() -> None:
    with pytest.raises(CannotRecompute, match="38 digits"):
        _literal(10**38, "duckdb")
