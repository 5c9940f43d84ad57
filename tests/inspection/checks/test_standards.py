from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import found, line_of, rubric_text
from vfi.problems import Severity


def test_two_levels_with_the_same_standard(tmp_path: Path) -> None:
    text = rubric_text().replace("From 5 to 8 in 10", "At least 9 in 10")
    (problem,) = found(tmp_path, text)
    assert (problem.severity, problem.line) == (Severity.ERROR, line_of(text, "  Top: {text"))
    assert problem.found == 'the standard of High again for Top: "At least 9 in 10"'


def test_two_levels_with_nearly_the_same_standard(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, rubric_text().replace("From 5 to 8 in 10", "at  least 9 in 10."))
    assert (problem.severity, problem.found) == (
        Severity.WARNING,
        'for Top nearly that of High: "At least 9 in 10"',
    )


def test_standard_that_another_criterion_has_already(tmp_path: Path) -> None:
    own = "meaning: Its share., standards: {Low: {text: Nobody came in all the year}}}"
    text = rubric_text(2).replace("meaning: Its share.}", own)
    (problem,) = found(tmp_path, text)
    assert problem.found.startswith("the standard of A1 at Low (line ")
    assert problem.line == line_of(text, "{id: A2")


def test_standard_that_only_repeats_the_level(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, rubric_text().replace("At least 9 in 10", "top"))
    assert problem.found == 'a standard that only repeats "Top"'
