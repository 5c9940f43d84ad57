"""The study that a command works on, though its rubric contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import OVERLAPPING, RUBRIC, changed, make_study
from tests.running import WIDE
from vfi.cli.opening import open_study
from vfi.problems import InvalidInput, NotFound


def test_a_sound_study_is_opened_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert open_study(make_study(tmp_path)).id == "branches"
    assert capsys.readouterr().err == ""


def test_errors_of_the_rubrics_own_check_are_told_and_stop_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", WIDE)
    overall = RUBRIC[RUBRIC.index("  overall:") :]
    folder = make_study(tmp_path, rubric=changed(RUBRIC, overall, OVERLAPPING))
    assert open_study(folder).id == "branches"
    *problems, last = capsys.readouterr().err.splitlines()
    assert "in the bands of" in problems[0]
    assert last.startswith("The rubric library has ")
    assert last.endswith(": what follows rests on it all the same.")


def test_a_study_that_is_not_there_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_study(tmp_path / "nowhere")
    with pytest.raises(InvalidInput):
        open_study(make_study(tmp_path, {"cases.csv": ""}))
