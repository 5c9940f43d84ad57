"""The words that a shell completes to a study or a rubric."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import SHIPPED_STUDIES, SHIPPED_STUDY, make_rubric, make_study
from tests.running import run_vfi


def completed(words: str, place: Path) -> list[str]:
    """What the last of some words can become in a folder."""
    environment = {
        "_VFI_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    return run_vfi(cwd=place, environment=environment).stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vfi sco", "score"),
        ("vfi score dom", SHIPPED_STUDY),
        ("vfi rubric show dom", "domestic-abuse-duty-vfi"),
        ("vfi rubric check dom", "domestic-abuse-duty-vfi"),
    ],
)
def test_commands_studies_and_rubrics_are_known(words: str, name: str, tmp_path: Path) -> None:
    assert name in completed(words, tmp_path)


def test_only_names_that_begin_so_are_offered_and_of_their_kind(tmp_path: Path) -> None:
    make_study(tmp_path)
    assert completed("vfi score br", tmp_path) == ["branches"]
    assert completed("vfi rubric show lib", tmp_path) == ["library"]
    assert set(completed("vfi score ", tmp_path)) == {"branches", *SHIPPED_STUDIES}


def test_no_name_is_offered_that_would_act_on_the_terminal(tmp_path: Path) -> None:
    make_rubric(tmp_path / "rubrics", name="lib\x1b[31mrary")
    make_rubric(tmp_path / "rubrics", name="lib\u202erary")
    make_rubric(tmp_path / "rubrics")
    assert completed("vfi rubric show lib", tmp_path) == ["library"]
