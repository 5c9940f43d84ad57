from __future__ import annotations

from pathlib import Path

import pytest

import vfi
from tests.making import SHIPPED_STUDY, make_study


def test_a_study_is_taken_as_it_comes(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    study = vfi.load_study(folder)
    scorecard = vfi.score(study)
    assert vfi.score(folder) == vfi.score(str(folder)) == scorecard
    assert vfi.score(scorecard) is scorecard
    assert vfi.explain(folder, "A") == vfi.explain(scorecard, "A")
    assert vfi.score_perspectives(scorecard) == ()


def test_errors_are_of_one_family_and_hold_their_problems(tmp_path: Path) -> None:
    folder = make_study(tmp_path, {"cases.csv": "id,name\nN,\nN,\n"})
    with pytest.raises(vfi.VfiError) as error:
        vfi.score(folder)
    assert isinstance(error.value, vfi.InvalidInput)
    assert len(error.value.problems) > 2
    assert all(isinstance(problem, vfi.Problem) for problem in error.value.problems)
    with pytest.raises(vfi.NotFound):
        vfi.score("nothing of that name")


def test_scorecards_cannot_be_changed() -> None:
    scorecard = vfi.score(SHIPPED_STUDY)
    with pytest.raises(AttributeError):
        scorecard.overall.rating = "Excellent"  # type: ignore[misc]
