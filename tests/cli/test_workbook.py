"""`vfi workbook`: where the workbook goes, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Ran
from tests.making import make_study, names_in

Vfi = Callable[..., Ran]


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_study(tmp_path)


def test_a_workbook_goes_to_the_build_folder(vfi: Vfi, study: Path) -> None:
    ran = vfi("workbook", "branches")
    assert ran == Ran(0, "wrote reports/branches/build/branches.xlsx\n", "")
    book = openpyxl.load_workbook(study / "build" / "branches.xlsx")
    assert len(book.sheetnames) > 3


def test_a_workbook_goes_where_it_is_wanted_and_nowhere_else(vfi: Vfi, study: Path) -> None:
    assert vfi("workbook", study, "-o", "new/own.xlsx") == Ran(0, "wrote new/own.xlsx\n", "")
    assert names_in(Path("new")) == {"own.xlsx"}
    assert "build" not in names_in(study)


def test_a_study_that_cannot_be_read_leaves_no_workbook(vfi: Vfi, study: Path) -> None:
    (study / "cases.csv").write_text("", encoding="utf-8")
    ran = vfi("workbook", "branches", "-o", "own.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert "cases.csv" in ran.err
    assert not Path("own.xlsx").exists()
