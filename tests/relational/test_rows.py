from collections.abc import Sequence

import duckdb
import pytest

from tests.relational.studies import rubric_of
from vfi.relational.errors import CannotRecompute
from vfi.relational.rows import Rows
from vfi.relational.run import recompute
from vfi.relational.script import sql_script

RUBRIC = rubric_of({"A": ["A.1"]})
ODD = [
    "'); DROP TABLE cases; --",
    "\\",
    "a\\'b",
    '"',
    "\u202e",
    "é\u0301",
    "~",
    "https://x",
    "d[12]*?",
    "{}",
    "$1",
    "NULL",
]


def rating(judgements: Sequence[tuple[str, str, str]], cases: Sequence[str] = ("N",)) -> str | None:
    return recompute({"cases": [(case,) for case in cases], "judgements": judgements}, RUBRIC)[
        0
    ].rating


@pytest.mark.parametrize("case", ODD)
def test_what_a_cell_holds_is_a_value_and_nothing_else(case: str) -> None:
    assert rating([(case, "A.1", "High")], [case]) == "High"


@pytest.mark.parametrize("case", ODD)
def test_what_a_cell_holds_is_a_value_in_the_printed_sql_too(case: str) -> None:
    rows: Rows = {"cases": [(case,)], "judgements": [(case, "A.1", "High")]}
    rated = duckdb.connect().execute(sql_script(rows, RUBRIC)).fetchall()
    assert {row[0] for row in rated} == {"", case}


def test_more_rows_than_one_command_holds() -> None:
    cases = [f"C{number}" for number in range(2500)]
    rows: Rows = {
        "cases": [(case,) for case in cases],
        "judgements": [(case, "A.1", "High") for case in cases],
    }
    script = sql_script(rows, RUBRIC, "duckdb")
    assert script.count('INSERT INTO "judgements"') == 3
    assert len(duckdb.connect().execute(script).fetchall()) == 2501 * 3


def test_a_table_that_every_study_has_is_missed() -> None:
    with pytest.raises(CannotRecompute, match=r"no rows of judgements\.csv"):
        rating([])
