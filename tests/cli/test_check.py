from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import FILES, RUBRIC, SHIPPED_STUDY, changed, make_study

Vfi = Callable[..., Ran]


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A study with a mistake in four of its files and in its rubric."""
    files = {
        "study.yaml": changed(FILES["study.yaml"], 'date: "2026-03"', "date: March"),
        "cases.csv": changed(FILES["cases.csv"], "S,South", "S,South\nN,Again"),
        "judgements.csv": changed(FILES["judgements.csv"], "count visit", "=cmd"),
        "narrative/summary.md": None,
    }
    make_study(
        tmp_path,
        files,
        changed(RUBRIC, "ties: up, missing: exclude}\n  dim", "ties: sideways}\n  dim"),
    )
    monkeypatch.chdir(tmp_path)
    return "branches"


def test_sound_study(vfi: Vfi) -> None:
    ran = vfi("check", SHIPPED_STUDY)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out == "domestic-abuse-duty-2025: no errors (19 cases, 13 criteria, 247 judgements, 18 "
        "published ratings, 59 claims)\n"
    )


def test_every_problem_of_every_file_in_one_run(vfi: Vfi, broken: str) -> None:
    ran = vfi("check", broken)
    assert (ran.code, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert [line.split(" found ")[0] for line in lines[1:]] == [
        "reports/branches/cases.csv:4: id:",
        "reports/branches/judgements.csv:7: evidence:",
        "reports/branches/study.yaml:6:1: date:",
    ]
    assert lines[0] == "3 errors"
    study = Path("reports/branches/study.yaml")
    study.write_text(changed(study.read_text(), "date: March", 'date: "2026-03"'))
    lines = vfi("check", broken).out.splitlines()
    assert [line.split(" found ")[0] for line in lines[1:]] == [
        "reports/branches/cases.csv:4: id:",
        "reports/branches/judgements.csv:7: evidence:",
        "reports/branches/narrative/summary.md:",
        "rubrics/library/rubric.yaml:44:3: synthesis.criterion.missing:",
        "rubrics/library/rubric.yaml:44:27: synthesis.criterion.ties:",
    ]


def test_one_error_is_counted_as_one(vfi: Vfi, tmp_path: Path) -> None:
    assert vfi("check", make_study(tmp_path, {"cases.csv": None})).out.startswith("1 error\n")


def test_json(vfi: Vfi, broken: str) -> None:
    ran = vfi("check", broken, "--format", "json")
    assert ran.code == 1
    document = json.loads(ran.out)
    assert (document["schema"], document["errors"]) == ("vfi.problems/1", 3)
    assert document["problems"][2] == {
        "file": "reports/branches/study.yaml",
        "line": 6,
        "column": 1,
        "severity": "error",
        "field": "date",
        "found": '"March"',
        "expected": "a date such as 2025, 2025-07 or 2025-07-31",
        "hint": "",
    }


def test_csv_tells_what_was_found_without_running_it(vfi: Vfi, broken: str) -> None:
    ran = vfi("check", broken, "--format", "csv")
    assert ran.code == 1
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert [(row["file"], row["line"]) for row in rows] == [
        ("reports/branches/cases.csv", "4"),
        ("reports/branches/judgements.csv", "7"),
        ("reports/branches/study.yaml", "6"),
    ]
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))
    ]


def test_output_file_still_exits_1(vfi: Vfi, broken: str, tmp_path: Path) -> None:
    ran = vfi("check", broken, "-o", tmp_path / "problems.json")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((tmp_path / "problems.json").read_text(encoding="utf-8"))["errors"] == 3


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (
            "judgements.csv",
            b"\xff\xfec\0a",
            "reports/branches/judgements.csv:1: encoding: found a byte that is not UTF-16",
        ),
        (
            "cases.csv",
            b"id,name\nN,Caf\xe9\n",
            "reports/branches/cases.csv:2: encoding: found a byte that is not UTF-8",
        ),
        ("cases.csv", b"", "reports/branches/cases.csv: found an empty file"),
        ("study.yaml", b"id: [\n", "reports/branches/study.yaml:2:1: YAML: found"),
        (
            "study.yaml",
            b"a: &a [*a]\n",
            "reports/branches/study.yaml:1:4: YAML: found a YAML anchor",
        ),
        (
            "study.yaml",
            b"[" * 100_000,
            "reports/branches/study.yaml:1:26: YAML: found deeper nesting",
        ),
        (
            "study.yaml",
            b"# nothing\n",
            "reports/branches/study.yaml:1: found nothing; expected a mapping",
        ),
        (
            "narrative/summary.md",
            b"\0",
            "reports/branches/narrative/summary.md:1: found a control character",
        ),
    ],
)
def test_files_that_cannot_be_used(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, content: bytes, told: str
) -> None:
    make_study(tmp_path, {file: content})
    monkeypatch.chdir(tmp_path)
    ran = vfi("check", "branches")
    assert (ran.code, ran.err) == (1, "")
    assert [line for line in ran.out.splitlines() if line.startswith(told)]


def test_semicolons_and_byte_order_marks_are_no_problem(vfi: Vfi, tmp_path: Path) -> None:
    cases = "\ufeff" + FILES["cases.csv"].replace(",", ";").replace("\n", "\r\n")
    assert vfi("check", make_study(tmp_path, {"cases.csv": cases})).code == 0


def test_what_another_command_would_refuse_is_told(vfi: Vfi, tmp_path: Path) -> None:
    ran = vfi("check", make_study(tmp_path, {"narrative/summary.md": "![plan](nowhere.png)\n"}))
    assert ran.code == 1
    assert "nowhere.png" in ran.out
