from __future__ import annotations

from pathlib import Path

from tests.inspection.checks.making import check, rubric_text
from vfi.problems import Severity

HURDLE = "{id: h, title: H, reason: R, kind: soft, node: A, cap: Top, when: [{node: A1, at: Low}]}"
NEVER = f"hurdles: [{HURDLE}]\n"


def test_a_rubric_that_cannot_be_read_leaves_nothing_to_look_at(tmp_path: Path) -> None:
    checked = check(tmp_path, "title: [\n")
    assert checked.rubric is None
    assert [problem.severity for problem in checked.problems] == [Severity.ERROR]
    assert (list(checked.subjects), list(checked.scores)) == ([], [])


def test_every_step_is_looked_at_and_every_question_asked(tmp_path: Path) -> None:
    checked = check(tmp_path, rubric_text(2, 2, end=NEVER))
    assert [subject.nodes for subject in checked.subjects] == [
        ("A1", "A2", "B1", "B2"),
        ("A", "B"),
        ("overall",),
    ]
    (problem,) = checked.problems
    assert problem.expected == "a hurdle that can lower a rating"


def test_hurdles_of_a_perspective_are_asked_about_too(tmp_path: Path) -> None:
    of_one = f"perspectives: [{{id: p, title: P, reason: R, hurdles: [{HURDLE}]}}]\n"
    (problem,) = check(tmp_path, rubric_text(2, 2, end=of_one)).problems
    assert problem.field == "perspectives[0].hurdles[0]"
    assert problem.expected == "a hurdle that can lower a rating"
