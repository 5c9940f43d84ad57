import json
from pathlib import Path

import jsonschema
import pytest
import typer
from typer.testing import CliRunner, Result

from vfi.cli.answering import writing
from vfi.cli.audit.study import study_command
from vfi.places import SHIPPED
from vfi.synthesis import intervals

STUDY = "domestic-abuse-duty-2025"
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(writing(study_command))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def test_all_equal_is_said_with_the_number_compared() -> None:
    result = run(STUDY)
    assert result.exit_code == 0
    assert "All equal: 360 nodes (18 over all cases, the rest of 19 cases)" in result.stdout
    assert "Published ratings: all 18 are equal to the computed ones." in result.stdout


def test_a_fault_is_shown_and_makes_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intervals, "goes_up", lambda *_: False)
    result = run(STUDY)
    assert result.exit_code == 1
    assert "DIFFERENT:" in result.stdout
    assert "overall: published Good, computed Adequate" in result.stdout
    assert "on the same inputs it follows from: mode, ties up; best" in result.stdout


@pytest.mark.parametrize("has_fault", [False, True])
def test_json_keeps_to_its_schema(monkeypatch: pytest.MonkeyPatch, has_fault: bool) -> None:
    if has_fault:
        monkeypatch.setattr(intervals, "goes_up", lambda *_: False)
    document = json.loads(run(STUDY, "--format", "json").stdout)
    schema = json.loads(
        (SHIPPED / "schemas" / "vfi.audit-1.schema.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft202012Validator(schema).validate(document)
    assert bool(document["recomputation"]["differences"]) is has_fault


def test_csv_has_a_row_for_each_node() -> None:
    rows = run(STUDY, "--format", "csv").stdout.splitlines()
    assert rows[0] == "case,id,state,rating,decimal,numerator,denominator,judged,missing,differs"
    assert ",overall,rated,Good,1.500000,3,2,244,3," in rows
    assert len(rows) == 361


def test_sql_goes_to_a_file_and_other_dialects_are_known_by_name(tmp_path: Path) -> None:
    script = tmp_path / "audit.sql"
    assert run(STUDY, "--sql", "--dialect", "postgres", "--output", script).exit_code == 0
    assert script.read_text(encoding="utf-8").startswith("-- The ratings of a study by the rubric")
    refused = run(STUDY, "--sql", "--dialect", "basic")
    assert "known are duckdb, postgres" in str(refused.exception)
