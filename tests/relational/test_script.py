import re

import duckdb
import pytest
import sqlglot

from tests.relational.studies import MEAN, rubric_of, study_of
from tests.rubrics import Grid
from vfi.audit.recomputation import rows_of
from vfi.relational.dialects import COMPILERS
from vfi.relational.errors import CannotRecompute
from vfi.relational.rows import Rows
from vfi.relational.run import recompute
from vfi.relational.script import sql_script
from vfi.rubric.models.rubric import Rubric
from vfi.study.loading import load_study

SCORES = {"dimension": {**MEAN, "of": "scores"}, "overall": {**MEAN, "of": "scores"}}
GRID: Grid = {
    "N": {"A.1": "High", "A.2": "Low"},
    "S": {"A.1": None, "A.2": "Low"},
    "W": {"A.1": "High", "A.2": "High"},
}


@pytest.fixture(params=[{}, SCORES], ids=["of ratings", "of scores"])
def study(request: pytest.FixtureRequest) -> tuple[Rows, Rubric]:
    rubric = rubric_of({"A": ["A.1", "A.2"]}, synthesis=request.param)
    return rows_of(study_of(rubric, GRID)), rubric


def test_the_printed_sql_gives_the_same_ratings_in_plain_duckdb(study: tuple[Rows, Rubric]) -> None:
    rows = duckdb.connect().execute(sql_script(*study)).fetchall()
    expected = [
        (f.case or "", f.node, f.state, f.rating, f.judged, f.missing) for f in recompute(*study)
    ]
    assert [(*row[:4], *map(int, row[6:8])) for row in rows] == expected


def test_the_printed_sql_of_the_shipped_study_gives_the_published_ratings() -> None:
    shipped = load_study("domestic-abuse-duty-2025")
    rows = duckdb.connect().execute(sql_script(rows_of(shipped), shipped.rubric)).fetchall()
    ratings = {row[1]: row[3] for row in rows if row[0] == ""}
    assert ratings == {entry.node: entry.rating for entry in shipped.published}


@pytest.mark.parametrize("dialect", sorted(COMPILERS))
def test_the_sql_of_every_dialect_parses_in_it_and_divides_nothing(
    study: tuple[Rows, Rubric], dialect: str
) -> None:
    commands = sqlglot.parse(sql_script(*study, dialect), read=dialect)
    assert len(commands) > 15
    assert not [
        node for command in commands if command for node in command.find_all(sqlglot.exp.Div)
    ]


def test_names_are_in_quotation_marks_throughout_for_databases_that_fold_them(
    study: tuple[Rows, Rubric],
) -> None:
    script = sql_script(*study, "snowflake")
    made = [
        line for line in script.splitlines() if line.startswith(("CREATE TABLE", "INSERT INTO"))
    ]
    assert made
    assert all(line.split()[2].startswith('"') for line in made)


@pytest.mark.parametrize("dialect", sorted(COMPILERS))
def test_the_rows_stand_in_the_script_and_no_database_reads_a_file(
    study: tuple[Rows, Rubric], dialect: str
) -> None:
    script = sql_script(*study, dialect)
    assert "\n  ('S', 'A.1', 'Insufficient evidence')" in script
    assert not re.search(r"\.csv'|read_csv|\bcopy\b", script, re.IGNORECASE)


def test_postgres_gets_its_own_types(study: tuple[Rows, Rubric]) -> None:
    assert "DECIMAL(38, 0)" in sql_script(*study, "postgres")


def test_an_unknown_dialect_is_refused_with_those_known(study: tuple[Rows, Rubric]) -> None:
    with pytest.raises(CannotRecompute, match='no SQL for "basic"; known are duckdb, postgres'):
        sql_script(*study, "basic")
