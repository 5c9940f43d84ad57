from __future__ import annotations

from fractions import Fraction
from typing import Any

import duckdb
import ibis
import pytest

from vfi.relational.dialects import statement_sql
from vfi.relational.errors import CannotRecompute
from vfi.relational.tables import (
    MAXIMUM,
    Statement,
    both,
    compared,
    either,
    flag,
    whole,
    within_reach,
)


def evaluated(expression: Any) -> Any:
    """What DuckDB makes of an expression without columns."""
    connection = duckdb.connect()
    one = ibis.table({"n": "int64"}, name="one")
    connection.execute("CREATE TABLE one AS SELECT 1 AS n")
    (command,) = statement_sql(Statement("t", "", one.select(value=expression)), "duckdb")
    connection.execute(command)
    (value,) = connection.execute("SELECT value FROM t").fetchall()[0]
    return value


def test_whole_numbers_have_38_digits_and_no_more() -> None:
    assert int(evaluated(whole(MAXIMUM))) == MAXIMUM
    assert int(evaluated(whole(-5))) == -5
    with pytest.raises(CannotRecompute, match="38 digits"):
        within_reach(MAXIMUM + 1)


@pytest.mark.parametrize(
    ("numerator", "denominator", "inclusive", "expected"),
    [(1, 2, True, True), (1, 2, False, False), (2, 3, False, True), (49, 100, True, False)],
)
def test_a_fraction_is_held_against_an_edge_without_dividing(
    numerator: int, denominator: int, inclusive: bool, expected: bool
) -> None:
    above = compared(whole(numerator), whole(denominator), Fraction(1, 2), inclusive)
    assert evaluated(above) is expected


def test_of_no_conditions_all_hold_and_none_does() -> None:
    assert (evaluated(both([])), evaluated(either([]))) == (True, False)
    yes, no = ibis.literal(True), ibis.literal(False)
    assert (evaluated(both([yes, no])), evaluated(either([yes, no]))) == (False, True)
    assert (evaluated(flag(yes)), evaluated(flag(no))) == (1, 0)


def test_a_statement_is_a_table_for_those_after_it() -> None:
    product = ibis.table({"n": "decimal(38, 0)"}, name="t").select(m=ibis._.n * ibis._.n)
    assert dict(Statement("u", "", product).table.schema().items())["m"].is_decimal()
    of_rows = Statement("v", "", None, {"id": "string"}, (("a",),))
    assert of_rows.table.columns == ("id",)
