from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.inspection.checks.making import rubric_text

Run = Callable[..., Any]
SHIPPED = "domestic-abuse-duty-vfi"


@pytest.fixture
def rubric(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        (tmp_path / "library").mkdir()
        (tmp_path / "library" / "rubric.yaml").write_text(text)
        return tmp_path / "library"

    return write


def test_clean_rubric(vfi: Run) -> None:
    ran = vfi("rubric", "check", SHIPPED)
    assert ran.code == 0
    assert "no errors" in ran.out


def test_warnings_fail_only_when_strict(vfi: Run, rubric: Callable[[str], Path]) -> None:
    folder = rubric(rubric_text().replace("Under 1 in 10", "Some"))
    ran = vfi("rubric", "check", folder)
    assert (ran.code, vfi("rubric", "check", folder, "--strict").code) == (0, 1)
    assert "library: no errors, 1 warning; every profile tried of" in ran.out


def test_errors_fail(vfi: Run, rubric: Callable[[str], Path]) -> None:
    ran = vfi("rubric", "check", rubric("id: library\n"), "--format", "json")
    document = json.loads(ran.out)
    assert (ran.code, document["errors"]) == (1, len(document["problems"]))


def test_json_says_what_was_tried(vfi: Run) -> None:
    document = json.loads(vfi("rubric", "check", SHIPPED, "--format", "json").out)
    assert document["tried"][1] == {
        "rubric": SHIPPED,
        "nodes": ["E1", "E2"],
        "inputs": 3,
        "tried": 35,
        "profiles": 35,
        "seed": None,
    }


def test_scores_are_not_counted_as_profiles_that_levels_decide(
    vfi: Run, rubric: Callable[[str], Path]
) -> None:
    folder = rubric(
        rubric_text(2, 3, overall="{rule: mean, of: scores, ties: up, missing: exclude}")
    )
    ran = vfi("rubric", "check", folder)
    assert "every profile tried of 2 kinds of node" in ran.out
    assert "overall takes unrounded scores: the ratings below decide 15 of 20 profiles" in ran.out
    document = json.loads(vfi("rubric", "check", folder, "--format", "json").out)
    assert [(entry["node"], entry["decided"], entry["tried"]) for entry in document["scores"]] == [
        ("overall", 15, 20)
    ]
    assert all("overall" not in entry["nodes"] for entry in document["tried"])


def test_csv_has_a_row_a_problem(vfi: Run, rubric: Callable[[str], Path]) -> None:
    lines = vfi(
        "rubric", "check", rubric(rubric_text().replace("Under 1 in 10", "Some")), "--format", "csv"
    ).out
    assert len(lines.splitlines()) == 2


def test_cases_of_a_study(vfi: Run) -> None:
    ran = vfi("rubric", "check", SHIPPED, "--study", "domestic-abuse-duty-2025", "--format", "json")
    assert json.loads(ran.out)["tried"][0]["inputs"] == 19


def test_study_of_another_rubric(vfi: Run, rubric: Callable[[str], Path]) -> None:
    ran = vfi("rubric", "check", rubric(rubric_text()), "--study", "domestic-abuse-duty-2025")
    assert ran.code == 2
    assert 'applies the rubric "domestic-abuse-duty-vfi", not "library"' in ran.err


def test_unknown_rubric(vfi: Run) -> None:
    assert vfi("rubric", "check", "nothing").code == 2
