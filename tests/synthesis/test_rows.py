"""What rules with rows have in common, be it counts that the rows ask for or cells."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis.outcome import Outcome
from vfi.synthesis.rule import Rule, Worked
from vfi.synthesis.step import counted, synthesise

BOTH_GOOD = {"rating": "Excellent", "when": [{"at_least": 2, "at": "Good"}]}
ONE_GOOD = {"rating": "Good", "when": [{"at_least": 1, "at": "Good"}]}
COUNTING: dict[str, Any] = {"rule": "counting", "rows": [BOTH_GOOD, ONE_GOOD]}
TABLE: dict[str, Any] = {
    "rule": "table",
    "rows": [
        {"rating": "Excellent", "when": {"A": "Good", "B": "Good"}},
        {"rating": "Good", "when": {"A": "Good"}},
    ],
}
RULES = pytest.mark.parametrize("rule", [COUNTING, TABLE], ids=["counting", "table"])


def outcome(rule: Rule, *levels: str) -> Outcome:
    return synthesise(rule, inputs(dict(zip("AB", levels, strict=True))), scale())


def rating_and_row(rule: Rule, *levels: str) -> tuple[str | None, int | None]:
    made = outcome(rule, *levels)
    return made.rating, made.row


@RULES
def test_the_first_of_several_rows_that_fit_gives_the_rating(rule: dict[str, Any]) -> None:
    made = step(**rule)
    assert rating_and_row(made, "Good", "Good") == ("Excellent", 0)
    assert rating_and_row(made, "Good", "Poor") == ("Good", 1)


@RULES
def test_a_rule_answers_always_only_where_it_says_what_happens_otherwise(
    rule: dict[str, Any],
) -> None:
    without, complete = step(**rule), step(**rule, otherwise="Poor")
    assert not without.always_answers
    assert complete.always_answers
    assert outcome(without, "Poor", "Poor").state == "undetermined"
    assert rating_and_row(complete, "Poor", "Poor") == ("Poor", None)


@RULES
def test_the_levels_of_ratings_are_named_with_where_they_stand(rule: dict[str, Any]) -> None:
    named = [level for level in step(**rule, otherwise="Poor").levels_named() if level.of_rating]
    assert [(level.path, level.level) for level in named] == [
        (("rows", 0, "rating"), "Excellent"),
        (("rows", 1, "rating"), "Good"),
        (("otherwise",), "Poor"),
    ]


def labels(rule: Rule, *levels: str) -> list[str]:
    """The labels of the working, line by line."""
    made = outcome(rule, *levels)
    entries = counted(rule, inputs(dict(zip("AB", levels, strict=True))), scale())
    worked = Worked(entries, scale(), made.rating, made.value, made.row, ())
    return [label for label, _ in rule.working(worked)]


@RULES
def test_the_working_shows_the_rows_down_to_the_one_that_fits(rule: dict[str, Any]) -> None:
    complete = step(**rule, otherwise="Poor")
    assert labels(complete, "Good", "Good") == ["Row 1"]
    assert labels(complete, "Good", "Poor") == ["Row 1", "Row 2"]
    assert labels(complete, "Poor", "Poor") == ["Row 1", "Row 2", "Otherwise"]
    assert labels(step(**rule), "Poor", "Poor") == ["Row 1", "Row 2"]
