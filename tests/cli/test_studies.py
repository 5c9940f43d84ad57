from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import SHIPPED_STUDIES, SHIPPED_STUDY, make_study

Vfi = Callable[..., Ran]


def test_local_and_shipped_studies(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_study(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = vfi("studies")
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "Id Title Cases Rubric Folder"
    assert lines[2] == "branches Two branch libraries 2 library 1.0 reports/branches"
    assert lines[3].startswith(
        f"{SHIPPED_STUDY} Value for investment of the Domestic Abuse Duty 19 "
    )


def test_broken_study_says_how_to_see_its_errors(
    vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_study(tmp_path, {"cases.csv": "", "published.csv": ""})
    monkeypatch.chdir(tmp_path)
    ran = vfi("studies")
    assert ran.code == 0
    assert "branches" in ran.out
    assert "(2 errors: vfi check branches)" in ran.out


def test_json_and_csv(vfi: Vfi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_study(tmp_path)
    monkeypatch.chdir(tmp_path)
    entries = json.loads(vfi("studies", "--format", "json").out)
    assert [entry["id"] for entry in entries] == sorted(["branches", *SHIPPED_STUDIES])
    cases = {entry["id"]: entry["cases"] for entry in entries}
    assert (cases["branches"], cases[SHIPPED_STUDY]) == ("2", "19")
    assert list(csv.DictReader(vfi("studies", "--format", "csv").out.splitlines())) == entries
