from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import FILES, RUBRIC, Files, changed, make_study
from vfi.checking import errors_of_the_rubric, foreseen, judged_on
from vfi.problems import Severity
from vfi.study import Study, load_study

OVERLAP = (
    "criterion: {rule: bands, on: mean, missing: exclude, "
    "bands: [{rating: Low, to: 1}, {rating: High, from: 1}]}"
)


def study(place: Path, files: Files = FILES, rubric: str = RUBRIC) -> Study:
    return load_study(make_study(place, files, rubric))


def test_nothing_is_foreseen_of_a_sound_study(tmp_path: Path) -> None:
    assert list(foreseen(study(tmp_path))) == []


@pytest.mark.parametrize(
    ("files", "place", "severity"),
    [
        ({"narrative/summary.md": "{{ rating('Z') }}\n"}, "narrative/summary.md", Severity.ERROR),
        ({"narrative/summary.md": "A \U000f0000.\n"}, "narrative/summary.md", Severity.ERROR),
        (
            {"judgements.csv": changed(FILES["judgements.csv"], "Open until nine", "\U000f0000")},
            "judgements.csv",
            Severity.WARNING,
        ),
    ],
    ids=["a look-up", "a sign in the text", "a sign in a reason"],
)
def test_what_a_report_would_refuse_is_foreseen_with_its_file(
    tmp_path: Path, files: Files, place: str, severity: Severity
) -> None:
    problems = list(foreseen(study(tmp_path, files)))
    assert {problem.severity for problem in problems} == {severity}
    assert all(problem.file.endswith(place) for problem in problems)


def test_what_the_check_of_the_rubric_finds_is_foreseen(tmp_path: Path) -> None:
    old = "criterion: {rule: mean, ties: up, missing: exclude}"
    (problem,) = errors_of_the_rubric(study(tmp_path, FILES, changed(RUBRIC, old, OVERLAP)))
    assert problem.file.endswith("rubric.yaml")
    assert problem.field.startswith("synthesis.criterion.bands")


def test_a_study_tells_how_many_cases_there_are_and_when_they_were_judged(tmp_path: Path) -> None:
    judged = judged_on(study(tmp_path))
    assert judged.cases == 2
    assert ("N on A.1", "2026-03-01") in judged.judgements
