from __future__ import annotations

from pathlib import Path

import pytest

from tests.inspection.checks.making import MEAN, check, rubric_text
from tests.rubrics import step
from vfi.inspection.checks.subjects import enough_cases, subjects
from vfi.rubric.models.rubric import Rubric


@pytest.fixture
def rubric(tmp_path: Path) -> Rubric:
    end = f"perspectives: [{{id: p, title: P, reason: R, synthesis: {{overall: {MEAN}}}}}]\n"
    loaded = check(tmp_path, rubric_text(2, 2, end=end)).rubric
    assert loaded is not None
    return loaded


def test_nodes_that_a_step_rates_alike_are_one_subject(rubric: Rubric) -> None:
    assert [subject.where for subject in subjects(rubric, 3)] == [
        "A1, A2, B1, B2 (3 cases)",
        "A, B (2 inputs)",
        "overall (2 inputs)",
        "overall (2 inputs)",
    ]


def test_the_steps_of_a_perspective_stand_where_it_does(rubric: Rubric) -> None:
    *own, of_perspective = subjects(rubric, 3)
    assert {subject.placed.path[0] for subject in own} == {"synthesis"}
    assert of_perspective.placed.path[0] == "perspectives"


def test_it_says_of_how_many_profiles_none_is_so(rubric: Rubric) -> None:
    first, *_ = subjects(rubric, 2)
    assert (first.none_of, first.how_many) == ("none of the 15 profiles", "all 15 profiles")


def test_enough_cases_let_every_condition_hold_or_fail() -> None:
    rows = [{"rating": "Good", "when": [{"at_least": 12, "at": "Good"}]}]
    assert enough_cases(step(rule="counting", rows=rows)) == 13
    assert enough_cases(step(rule="worst")) == 7
    many = [{"rating": "Good", "when": [{"at_least": 5000, "at": "Good"}]}]
    assert enough_cases(step(rule="counting", rows=many)) == 200


def test_unrounded_scores_go_into_nodes_above_and_never_into_criteria(tmp_path: Path) -> None:
    scores = "{rule: mean, of: scores, ties: up, missing: exclude}"
    loaded = check(tmp_path, rubric_text(2, 2, overall=scores)).rubric
    assert loaded is not None
    assert [subject.takes_scores for subject in subjects(loaded, 2)] == [False, False, True]
