"""Conditions on what is recorded for cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from tests.rubrics import scale
from tests.synthesis.conditions.making import TREE, condition, there
from tests.synthesis.making import hurdle, outcome_of
from vfi.synthesis.condition import RECORDED


def test_a_failure_is_asked_for_in_one_case_at_least() -> None:
    with pytest.raises(ValidationError):
        hurdle(when=[{"failure": "f", "cases": 0}])
    (condition,) = hurdle(when=[{"failure": "f"}]).when
    assert condition.model_dump() == {"failure": "f", "cases": 1}


@pytest.mark.parametrize(
    ("failures", "cases", "triggered", "findings"),
    [
        ((), 1, False, "breach is not recorded"),
        (("K",), 1, True, "breach is recorded for K"),
        (("K",), 2, False, "breach is recorded for K, at least 2 are needed"),
        (("K", "L"), 2, True, "breach is recorded for K, L, at least 2 are needed"),
        (("K", "L"), 1, True, "breach is recorded for K, L"),
    ],
)
def test_a_failure_is_looked_for_in_so_many_cases(
    failures: tuple[str, ...], cases: int, triggered: bool, findings: str
) -> None:
    outcome = outcome_of({"failure": "breach", "cases": cases}, failures=failures)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)


ONE = condition(failure="breach")


TWO = condition(failure="breach", cases=2)


@pytest.mark.parametrize(
    ("recorded", "one", "two"), [(0, False, False), (1, True, False), (2, True, True)]
)
def test_over_all_cases_it_asks_for_as_many_as_it_says(recorded: int, one: bool, two: bool) -> None:
    totals = {RECORDED: recorded}
    assert (ONE.holds(totals), TWO.holds(totals)) == (one, two)
    cases = ("K", "L", "M")[:recorded]
    found = [asked.finding(there(breach=cases), "A", TREE)[0] for asked in (ONE, TWO)]
    assert found == [one, two]


def test_of_one_case_one_record_is_enough() -> None:
    (guard,) = TWO.guards(of_case=True)
    assert [guard.holds({RECORDED: recorded}) for recorded in (0, 1, 2)] == [False, True, True]
    of_case = replace(there(breach=["K"]), of_case=True)
    assert TWO.finding(of_case, "A", TREE) == (True, "breach is recorded for K")
    assert not TWO.finding(replace(of_case, failures={}), "A", TREE)[0]


def test_it_looks_at_no_node_and_so_at_no_level() -> None:
    assert TWO.nodes("overall", TREE) == ()
    assert not any(TWO.selects(name, scale()) for name in scale().names)
    assert (TWO.level_named, TWO.failure_named) == (None, "breach")
    assert (TWO.counts_judged, TWO.rises_with_low_levels) == (False, True)


def test_how_many_cases_are_needed_is_said_where_it_is_more_than_one() -> None:
    assert ONE.sentence == "breach is recorded"
    assert TWO.sentence == "breach is recorded for at least 2 cases"
    least = ", at least 2 are needed"
    assert TWO.finding(there(breach=["K"]), "A", TREE)[1] == f"breach is recorded for K{least}"
    assert ONE.finding(there(breach=["K", "L"]), "A", TREE)[1] == "breach is recorded for K, L"
    assert ONE.finding(there(), "A", TREE) == (False, "breach is not recorded")
