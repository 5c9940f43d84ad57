from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import RUBRIC, SHIPPED_RUBRIC, changed, make_rubric

Vfi = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _two_local_rubrics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_rubric(tmp_path / "rubrics")
    make_rubric(tmp_path / "rubrics", changed(RUBRIC, "title: Stock\n", ""), "broken")
    monkeypatch.chdir(tmp_path)


def test_local_and_shipped_rubrics_in_order_and_a_broken_one_says_so(vfi: Vfi) -> None:
    ran = vfi("rubrics")
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "Id Version Title Criteria Folder"
    assert lines[2] == "broken (1 errors) rubrics/broken"
    assert lines[3].startswith(f"{SHIPPED_RUBRIC} 1.0.0 Value for investment of the Domestic Abuse Duty 13 ")
    assert lines[4] == "library 1.0 Value of a library 3 rubrics/library"


def test_json_and_csv(vfi: Vfi) -> None:
    entries = json.loads(vfi("rubrics", "--format", "json").out)
    assert [entry["id"] for entry in entries] == ["broken", SHIPPED_RUBRIC, "library"]
    assert list(csv.DictReader(vfi("rubrics", "--format", "csv").out.splitlines())) == entries
