"""Which file a command writes, and in which format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calls import FORMATTED
from tests.cli.conftest import Ran
from tests.making import make_study, names_in
from vfi.cli.answer import Answer, Script
from vfi.cli.emitting import emit
from vfi.cli.formats import FORMATS
from vfi.endings import KINDS

Vfi = Callable[..., Ran]
OTHERS = {
    "report": (["report", "branches"], ".pdf or .html"),
    "workbook": (["workbook", "branches"], ".xlsx"),
    "bundle": (["bundle", "branches"], ".zip"),
    "json": (["rubric", "schema"], ".json"),
    "sql": (["audit", "branches", "--sql"], ".sql"),
}


@pytest.fixture
def work_is_not_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A study that cannot be read: whoever starts to work says so instead."""
    make_study(tmp_path, {"cases.csv": ""})
    monkeypatch.chdir(tmp_path)


def test_every_format_has_endings_of_its_own() -> None:
    assert {*FORMATS} <= {*KINDS}
    endings = [ending for kind in KINDS.values() for ending in kind.endings]
    assert len(endings) == len({*endings})


@pytest.mark.parametrize("command", FORMATTED, ids=lambda command: " ".join(command))
@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("x.xlsx", "; a workbook is made by vfi workbook"),
        ("x.pdf", "; a report is made by vfi report"),
        ("x.zip", "; a bundle is made by vfi bundle"),
        ("x.csv.gz", 'not to "x.csv.gz"'),
        ("x", 'not to "x"'),
        (".json", 'not to ".json"'),
        ("reports", '"reports" is a folder; name a file in it that ends in .txt, .json or .csv'),
    ],
)
def test_an_ending_of_no_format_is_refused_before_the_work_starts(
    vfi: Vfi, work_is_not_started: None, command: list[str], output: str, told: str
) -> None:
    before = names_in(Path())
    ran = vfi(*command, "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "ends in .txt, .json or .csv" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert names_in(Path()) == before


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("output", ["x.txt", "x.docx", "x", "reports"])
def test_outputs_of_one_kind_have_its_ending(
    vfi: Vfi, work_is_not_started: None, kind: str, output: str
) -> None:
    command, endings = OTHERS[kind]
    ran = vfi(*command, "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert f"ends in {endings}" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("given", [*FORMATS])
@pytest.mark.parametrize("output", ["x.txt", "x.json", "x.csv", "x"])
def test_a_format_that_contradicts_the_ending_is_refused(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, output: str
) -> None:
    make_study(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = vfi("check", "branches", "--format", given, "-o", output)
    if output == "x" or output.endswith(KINDS[given].endings):
        assert (ran.code, ran.err) == (0, "")
        assert Path(output).exists()
    else:
        assert ran.code == 2
        assert f"is written to a file that ends in {KINDS[given].endings[0]}, not to" in ran.err
        assert not Path(output).exists()


def test_the_ending_decides_the_format(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_study(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("s.JSON", "s.csv", "s.txt"):
        assert vfi("score", "branches", "-o", name) == Ran(0, "", "")
    assert json.loads(Path("s.JSON").read_text())["schema"] == "vfi.scorecard/2"
    assert Path("s.csv").read_text().startswith("case,id,kind")
    assert Path("s.txt").read_text().startswith("Two branch libraries\n")


def test_sql_has_no_other_format(vfi: Vfi, work_is_not_started: None) -> None:
    assert "leave out --format json" in vfi("audit", "branches", "--sql", "--format", "json").err


def test_an_answer_is_told_with_its_warnings_and_its_exit_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = Answer(
        document=lambda: {"rows": []},
        rows=lambda: [("a", "b"), ("1", "2")],
        text=lambda: ["Two cells"],
        has_findings=True,
        warnings=["a is not b"],
    )
    assert emit(answer) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("Two cells\n", "a is not b\n")
    assert emit(answer, FORMATS["csv"]) == 1
    assert capsys.readouterr().out == "a,b\n1,2\n"


def test_a_script_has_no_findings_and_ends_with_a_line_feed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert emit(Script("SELECT 1;")) == 0
    assert capsys.readouterr().out == "SELECT 1;\n"
    assert emit(Script("SELECT 1;\n"), output=tmp_path / "x.sql") == 0
    assert (tmp_path / "x.sql").read_text(encoding="utf-8") == "SELECT 1;\n"
