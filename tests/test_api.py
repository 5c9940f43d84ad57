from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

import vfi
from tests.making import SHIPPED_RUBRIC, SHIPPED_STUDY, make_study
from tests.running import run_vfi
from vfi.scoring.document import scorecard_document


def test_names_of_the_public_face() -> None:
    assert {
        "load_rubric",
        "load_study",
        "check_study",
        "score",
        "explain",
        "compare",
        "render",
    } <= set(dir(vfi))
    assert sorted(vfi.__all__) == dir(vfi)
    for name in vfi.__all__:
        assert getattr(vfi, name) is not None


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scores'"):
        vfi.scores  # noqa: B018


def test_importing_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import vfi; print(*(set(sys.modules) - before))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in loaded if name.startswith("vfi")] == ["vfi"]


def test_example_of_the_package() -> None:
    scorecard = vfi.score(vfi.load_study(SHIPPED_STUDY))
    assert (scorecard.overall.rating, scorecard.overall.value) == ("Good", Fraction(3, 2))
    assert vfi.load_rubric(SHIPPED_RUBRIC) == scorecard.study.rubric


def test_everything_public_says_what_it_answers() -> None:
    for name in set(vfi.__all__) - {"__version__"}:
        assert getattr(vfi, name).__doc__, name


def test_functions_do_the_same_as_the_commands(tmp_path: Path) -> None:
    folder = make_study(tmp_path)
    scorecard = vfi.score(vfi.load_study(folder))
    ran = run_vfi("score", folder, "--format", "json")
    assert json.loads(ran.stdout) == scorecard_document(scorecard, vfi.compare(scorecard))


def test_errors_are_of_one_family_and_hold_their_problems(tmp_path: Path) -> None:
    folder = make_study(tmp_path, {"cases.csv": "id,name\nN,\nN,\n"})
    with pytest.raises(vfi.VfiError) as error:
        vfi.load_study(folder)
    assert isinstance(error.value, vfi.InvalidInput)
    assert len(error.value.problems) > 2
    assert all(isinstance(problem, vfi.Problem) for problem in error.value.problems)
    with pytest.raises(vfi.UserError):
        vfi.load_study("nothing of that name")


def test_scorecards_cannot_be_changed() -> None:
    scorecard = vfi.score(vfi.load_study(SHIPPED_STUDY))
    with pytest.raises(AttributeError):
        scorecard.overall.rating = "Excellent"
