from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.making import RUBRIC, SHIPPED_RUBRIC, SHIPPED_RUBRICS, changed, make_rubric

Vfi = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _two_local_rubrics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_rubric(tmp_path / "rubrics")
    make_rubric(tmp_path / "rubrics", changed(RUBRIC, "title: Stock\n", ""), "broken")
    monkeypatch.chdir(tmp_path)


def test_local_and_shipped_rubrics_in_order_and_a_broken_one_says_so(vfi: Vfi) -> None:
    ran = vfi("rubrics")
    assert (ran.code, ran.err) == (0, "")
    header, _, *rows = [" ".join(line.split()) for line in ran.out.splitlines()]
    lines = {row.split()[0]: row for row in rows}
    assert header == "Id Version Title Criteria Folder"
    assert list(lines) == sorted([*SHIPPED_RUBRICS, "broken", "library"])
    assert lines["broken"] == "broken (1 error: vfi rubric check broken) rubrics/broken"
    title = "Value for investment of the Domestic Abuse Duty"
    assert lines[SHIPPED_RUBRIC].startswith(f"{SHIPPED_RUBRIC} 1.1.0 {title} 13 ")
    assert lines["library"] == "library 1.0 Value of a library 3 rubrics/library"


def test_json_and_csv(vfi: Vfi) -> None:
    entries = json.loads(vfi("rubrics", "--format", "json").out)
    assert [entry["id"] for entry in entries] == sorted([*SHIPPED_RUBRICS, "broken", "library"])
    assert list(csv.DictReader(vfi("rubrics", "--format", "csv").out.splitlines())) == entries
