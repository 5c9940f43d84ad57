from __future__ import annotations

import json

import pytest

from tests.making import rubric_of, study_of
from vfi.reporting.answers import Answers, answers_of
from vfi.reporting.context import month_and_year, report_context
from vfi.scoring.scorecard import score


@pytest.mark.parametrize(
    ("date", "written"),
    [("2025", "2025"), ("2025-07", "July 2025"), ("2025-12-01", "1 December 2025")],
)
def test_date_as_a_person_writes_it(date: str, written: str) -> None:
    assert month_and_year(date) == written


def test_templates_get_plain_values_only(shipped_answers: Answers) -> None:
    context = report_context(shipped_answers)
    assert json.loads(json.dumps(context)) == context


def test_study_made_in_code_has_a_context_too() -> None:
    context = report_context(
        answers_of(
            score(study_of(rubric_of([1, 2]), {"a": {"D1.1": "L1", "D2.1": "L2", "D2.2": None}}))
        )
    )
    assert context["overall"]["rating"]["text"] == "L2"
    assert context["case_count"] == 1


def test_rows_of_the_deepest_tree_are_set_in_by_no_more_than_there_is_room_for(
    ragged_answered: Answers,
) -> None:
    context = report_context(ragged_answered)
    assert context["indents"] == [
        {"depth": 1, "width": 5},
        {"depth": 2, "width": 8},
        {"depth": 3, "width": 11},
    ]
