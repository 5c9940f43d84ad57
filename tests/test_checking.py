"""What `vfi check` tells beyond the reading of a study: all that other commands would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import FILES, OVERLAPPING, RUBRIC, changed, make_study
from vfi.checking import foreseen
from vfi.problems import Problem, Severity
from vfi.study.loading import load_study


def told(study: Path) -> list[Problem]:
    return list(foreseen(load_study(study)))


def test_nothing_is_told_of_a_sound_study(tmp_path: Path) -> None:
    assert told(make_study(tmp_path)) == []


def test_errors_of_the_rubrics_own_check_are_told(tmp_path: Path) -> None:
    overall = RUBRIC[RUBRIC.index("  overall:") :]
    problems = told(make_study(tmp_path, rubric=changed(RUBRIC, overall, OVERLAPPING)))
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert "in the bands of" in str(problems[0])
    assert "rubric.yaml" in problems[0].file


def test_judgements_older_than_the_rubrics_lock_are_told(tmp_path: Path) -> None:
    rubric = changed(RUBRIC, "summary:", "locked: 2099-01\nsummary:")
    problems = told(make_study(tmp_path, rubric=rubric))
    assert "a rubric locked on 2099-01, after" in " ".join(map(str, problems))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{{ rating("X") }}', 'there is no node "X"'),
        ("[words](javascript:x)", "narrative/summary.md:1"),
        ("![plan](nowhere.png)", "nowhere.png"),
        ("A name: 字", "U+5B57"),
    ],
)
def test_what_the_report_would_refuse_is_told(tmp_path: Path, text: str, words: str) -> None:
    problems = told(make_study(tmp_path, {**FILES, "narrative/summary.md": text + "\n"}))
    assert words in " ".join(map(str, problems))
    assert Severity.ERROR in {problem.severity for problem in problems}


def test_a_sign_that_the_report_may_not_print_is_a_warning(tmp_path: Path) -> None:
    judgements = str(FILES["judgements.csv"])
    line = judgements.splitlines()[1]
    cells = line.split(",")
    cells[3] = "字"
    files = {"judgements.csv": changed(judgements, line, ",".join(cells))}
    problems = told(make_study(tmp_path, files))
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert "U+5B57" in str(problems[0])
