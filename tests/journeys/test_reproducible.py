"""The same inputs give the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import SHIPPED_STUDY, make_study
from tests.running import run_vfi

COMMANDS = {
    "score json": ("score", SHIPPED_STUDY, "--format", "json"),
    "score csv": ("score", SHIPPED_STUDY, "--format", "csv"),
    "score table": ("score", SHIPPED_STUDY),
    "explain json": ("explain", SHIPPED_STUDY, "overall", "--format", "json"),
    "rubric json": ("rubric", "show", "domestic-abuse-duty-vfi", "--format", "json"),
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS.keys())
def test_two_processes_with_different_hash_seeds_print_the_same(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    first = run_vfi(*arguments, cwd=tmp_path, environment={"PYTHONHASHSEED": "1", "TZ": "UTC"})
    second = run_vfi(
        *arguments, cwd=tmp_path, environment={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"}
    )
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout != ""


def test_problems_come_in_the_same_order(tmp_path: Path) -> None:
    files = {
        "judgements.csv": "case,criterion,level,colour\nX,Y,Z,\n",
        "cases.csv": "id,name,a,b,c\n",
        "evidence.csv": "",
    }
    folder = make_study(tmp_path, files)
    printed = {
        run_vfi("check", folder, "--format", "json", environment={"PYTHONHASHSEED": seed}).stdout
        for seed in "123"
    }
    assert len(printed) == 1
    assert '"errors": 0' not in printed.pop()


def test_score_does_not_depend_on_where_the_study_lies(tmp_path: Path) -> None:
    first = run_vfi("score", make_study(tmp_path / "here"), "--format", "json")
    second = run_vfi(
        "score",
        make_study(tmp_path / "there" / "deeper"),
        "--format",
        "json",
        cwd=tmp_path / "there",
    )
    assert first.stdout == second.stdout != ""
