from pathlib import Path

import duckdb
import pytest
import sqlglot

from tests.relational.folders import MEAN, rubric_of, study_in
from vfi.relational import CannotRecompute, recompute, sql_script
from vfi.relational.dialects import COMPILERS
from vfi.rubric import Rubric
from vfi.study import load_study

SCORES = {"dimension": {**MEAN, "of": "scores"}, "overall": {**MEAN, "of": "scores"}}
GRID = {"N": {"A.1": "High", "A.2": "Low"}, "S": {"A.1": None, "A.2": "Low"}, "W": {"A.1": "High", "A.2": "High"}}


@pytest.fixture(params=[{}, SCORES], ids=["of ratings", "of scores"])
def study(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Rubric]:
    rubric = rubric_of({"A": ["A.1", "A.2"]}, synthesis=request.param)
    study_in(tmp_path, rubric, GRID, reason='a "b"; c')
    return tmp_path, rubric


def test_the_printed_sql_gives_the_same_ratings_in_plain_duckdb(study: tuple[Path, Rubric]) -> None:
    rows = duckdb.connect().execute(sql_script(*study)).fetchall()
    expected = [(f.case or "", f.node, f.state, f.rating, f.judged, f.missing) for f in recompute(*study)]
    assert [(*row[:4], *map(int, row[6:8])) for row in rows] == expected


def test_the_printed_sql_of_the_shipped_study_gives_the_published_ratings() -> None:
    shipped = load_study("domestic-abuse-duty-2025")
    assert shipped.folder is not None
    rows = duckdb.connect().execute(sql_script(shipped.folder, shipped.rubric)).fetchall()
    ratings = {row[1]: row[3] for row in rows if row[0] == ""}
    assert ratings == {entry.node: entry.rating for entry in shipped.published}


@pytest.mark.parametrize("dialect", sorted(COMPILERS))
def test_the_sql_of_every_dialect_parses_in_it_and_divides_nothing(study: tuple[Path, Rubric], dialect: str) -> None:
    commands = sqlglot.parse(sql_script(*study, dialect), read=dialect)
    assert len(commands) > 15
    assert not [node for command in commands if command for node in command.find_all(sqlglot.exp.Div)]


def test_names_are_in_quotation_marks_throughout_for_databases_that_fold_them(study: tuple[Path, Rubric]) -> None:
    script = sql_script(*study, "snowflake")
    made = [line for line in script.splitlines() if line.startswith(("CREATE TABLE", "INSERT INTO"))]
    assert made
    assert all(line.split()[2].startswith('"') for line in made)


def test_postgres_gets_its_own_types_and_the_way_to_load_the_files(study: tuple[Path, Rubric]) -> None:
    script = sql_script(*study, "postgres")
    assert "\\copy judgements_file FROM 'judgements.csv'" in script
    assert "DECIMAL(38, 0)" in script
    assert "read_csv" not in script


def test_an_unknown_dialect_is_refused_with_those_known(study: tuple[Path, Rubric]) -> None:
    with pytest.raises(CannotRecompute, match='no SQL for "basic"; known are duckdb, postgres'):
        sql_script(*study, "basic")
