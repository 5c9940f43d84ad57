"""The table of a node that takes unrounded scores, for reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.inspection.checks.making import rubric_text
from tests.making import make_rubric
from vfi.cli.rubric import score_table

Run = Callable[..., Any]
SCORES = "{rule: mean, of: scores, ties: up, missing: exclude}"


def test_table_of_scores_says_what_ratings_do_not_decide(vfi: Run, tmp_path: Path) -> None:
    ran = vfi(
        "rubric", "table", make_rubric(tmp_path, rubric_text(2, 3, overall=SCORES)), "overall"
    )
    assert ran.code == 0
    assert "20 profiles of ratings of 3 inputs, all there are:\n15 give one rating" in ran.out
    assert "\nHigh or Fair\n  1 Top, 1 High, 1 Low  (score from 7/3 to 8/3)\n" in ran.out
    assert "\nLow\n  3 Low  (score 1)\n" in ran.out


def table(vfi: Run, text: str, place: Path) -> str:
    ran = vfi("rubric", "table", make_rubric(place, text), "overall")
    assert (ran.code, ran.err) == (0, "")
    return str(ran.out)


def test_a_profile_that_no_levels_of_the_criteria_give_cannot_occur(
    vfi: Run, tmp_path: Path
) -> None:
    bands = "[{rating: Low, below: 3}, {rating: Top, from: 3}]"
    dimension = f"{{rule: bands, on: mean, missing: exclude, bands: {bands}}}"
    out = table(vfi, rubric_text(2, 2, dimension=dimension, overall=SCORES), tmp_path)
    impossible = out.partition("\nCannot occur\n")[2].split("\n\n")[0]
    assert "  1 Fair, 1 Low" in impossible.splitlines()
    assert "  1 Top, 1 Low" not in impossible.splitlines()


def test_of_many_profiles_only_the_numbers_are_shown(
    vfi: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_table, "MOST_LINES", 19)
    out = table(vfi, rubric_text(2, 3, overall=SCORES), tmp_path)
    assert out.endswith("\n--format csv lists every profile with the ratings that it can have.\n")
    assert "(score" not in out
