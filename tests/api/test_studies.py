from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import vfi
from tests.api.asking import as_printed, printed
from tests.making import FULL_FILES, FULL_RUBRIC, make_study
from vfi.scoring.explanation_document import explanation_document


def explained(study: Path, node: str, case: str | None = None) -> Any:
    return explanation_document(vfi.explain(study, node, case))


SAME: dict[str, Callable[[Path], Any]] = {
    "score": lambda study: vfi.score(study).to_dict(),
    "score --perspective all": lambda study: vfi.score(study).to_dict(
        vfi.score_perspectives(study)
    ),
    "explain overall": lambda study: explained(study, "overall"),
    "explain A.1 --case N": lambda study: explained(study, "A.1", "N"),
}


@pytest.mark.parametrize("call", SAME)
def test_a_function_answers_what_its_command_prints(call: str, tmp_path: Path) -> None:
    study = make_study(tmp_path, FULL_FILES, FULL_RUBRIC)
    command, *options = call.split()
    assert as_printed(SAME[call](study)) == printed(command, study, *options)


def test_published_ratings_are_compared(tmp_path: Path) -> None:
    comparison = vfi.compare(make_study(tmp_path))
    assert comparison is not None
    assert [row.node for row in comparison.rows] == ["A.1", "overall"]
    assert vfi.compare(make_study(tmp_path / "none", {"published.csv": None})) is None


def test_a_check_tells_what_the_report_would_refuse(tmp_path: Path) -> None:
    study = make_study(tmp_path, {"narrative/summary.md": "Rated {{ rating('Z') }}.\n"})
    loaded, problems = vfi.check_study(study)
    assert loaded is not None
    assert problems.errors == printed("check", study)["errors"] == 1


def test_a_check_of_what_cannot_be_read_has_no_study(tmp_path: Path) -> None:
    loaded, problems = vfi.check_study(make_study(tmp_path, {"cases.csv": "id\nN\n"}))
    assert loaded is None
    assert problems.errors


def test_every_study_that_can_be_named_is_listed() -> None:
    assert sorted(vfi.list_studies()) == [row["id"] for row in printed("studies")]
