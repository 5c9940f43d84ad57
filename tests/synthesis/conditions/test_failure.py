from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rubrics import scale
from tests.synthesis.conditions.making import TREE, condition, there
from vfi.synthesis.condition import RECORDED

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
