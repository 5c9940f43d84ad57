"""Conditions on how many of the nodes below are at some levels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import dimension, rubric, scale, study
from tests.synthesis.conditions.making import TREE, condition, there
from tests.synthesis.making import outcome_of
from vfi.scoring.scorecard import score
from vfi.synthesis.condition import JUDGED, SELECTED, NodeReference
from vfi.synthesis.hurdles import HurdleOutcome


@pytest.mark.parametrize(
    ("condition", "triggered", "findings"),
    [
        (
            {"at_least": 2, "at_or_above": "Poor", "among": ["A1", "A2"]},
            True,
            "at least 2 at or above Poor among A1, A2: 2 of 2 (A1, A2)",
        ),
        (
            {"at_least": 1, "at": "Good", "among": ["A2", "B1"]},
            False,
            "at least 1 at Good among A2, B1: 0 of 1",
        ),
        (
            {"exactly": "all", "at": "Poor", "among": ["A2", "B1"]},
            True,
            "all at Poor among A2, B1: 1 of 1 (A2)",
        ),
        (
            {"exactly": "all", "at": "Poor", "among": ["B1"]},
            False,
            "all at Poor among B1: 0 of 0",
        ),
        (
            {"at_least": 1, "at": "Present", "among": ["C"]},
            True,
            "at least 1 at Present among C: 1 of 1 (C)",
        ),
    ],
)
def test_a_count_looks_at_what_has_a_level_among_those_meant(
    condition: dict[str, Any], triggered: bool, findings: str
) -> None:
    outcome = outcome_of(condition)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)


def counted(outcome: HurdleOutcome) -> str:
    """What was found for the one condition of a hurdle, without what it asked."""
    return outcome.findings.rpartition(": ")[2]


def test_criteria_are_those_below_the_node_and_dimensions_those_of_the_whole() -> None:
    criteria = {"at_least": 1, "among": "criteria"}
    assert counted(outcome_of(criteria, node="A")) == "2 of 2 (A1, A2)"
    assert counted(outcome_of(criteria)) == "2 of 2 (A1, A2)"
    both = outcome_of({"at_least": 1, "at_or_above": "Poor", "among": ["A", "B"]})
    assert counted(both) == "1 of 1 (A)"
    built = rubric(
        [dimension("A", ["A1"]), dimension("B")],
        hurdles=[
            {
                "id": "h",
                "title": "h",
                "reason": "r",
                "kind": "hard",
                "node": node,
                "when": [{"at_least": 1, "among": "dimensions"}],
            }
            for node in ("overall", "A")
        ],
    )
    card = score(study(built, {"K": {"A1": "Good", "B": "Good"}}))
    assert counted(card.overall.hurdles[0]) == "2 of 2 (A, B)"
    assert counted(card.node("A").hurdles[0]) == "0 of 0"


@pytest.mark.parametrize(
    ("parts", "rises"),
    [
        ({"at_least": 1, "at_or_below": "Good"}, True),
        ({"at_least": 1, "below": "Good"}, True),
        ({"at_least_share": "1/2", "below": "Good"}, True),
        ({"at_least": 1, "at": "Good"}, False),
        ({"at_least": 1, "above": "Good"}, False),
        ({"at_least": 1}, False),
        ({"at_most": 1, "below": "Good"}, False),
        ({"at_most_share": "1/2", "below": "Good"}, False),
        ({"exactly": 1, "below": "Good"}, False),
    ],
)
def test_it_goes_on_holding_where_levels_become_lower_if_it_asks_for_many_low_ones(
    parts: dict[str, Any], rises: bool
) -> None:
    assert condition(**parts, among="criteria").rises_with_low_levels == rises


@pytest.mark.parametrize(
    ("parts", "of_those_judged"),
    [
        ({"at_least": 1}, False),
        ({"exactly": 0}, False),
        ({"at_least": "all"}, True),
        ({"at_most_share": "1/2"}, True),
    ],
)
def test_it_counts_what_is_judged_only_where_it_asks_for_a_part_of_it(
    parts: dict[str, Any], of_those_judged: bool
) -> None:
    counting = condition(**parts, at="Good", among="criteria")
    assert counting.counts_judged == of_those_judged
    assert (counting.level_named, counting.failure_named) == (("at", "Good"), None)


def test_it_compares_how_many_are_at_the_levels_meant_with_how_many_are_judged() -> None:
    half = condition(at_least_share="1/2", above="Adequate", among="criteria")
    assert [half.holds({SELECTED: selected, JUDGED: 3}) for selected in (0, 1, 2)] == [
        False,
        False,
        True,
    ]
    assert [name for name in scale().names if half.selects(name, scale())] == ["Good", "Excellent"]


def test_it_looks_at_the_nodes_that_it_names_or_at_all_of_a_kind_below_the_node() -> None:
    criteria = condition(at_least=1, among="criteria")
    assert criteria.nodes("overall", TREE) == ("A1", "A2", "B1")
    assert criteria.nodes("A", TREE) == ("A1", "A2")
    assert condition(at_least=1, among="dimensions").nodes("overall", TREE) == ("A", "B")
    named = condition(at_least=1, among=["B1", "A1"])
    assert list(named.references("overall", TREE)) == [
        NodeReference(("among", 0), "B1"),
        NodeReference(("among", 1), "A1"),
    ]


def test_what_it_finds_is_told_of_those_that_have_a_level() -> None:
    good = condition(at_least=2, at_or_above="Good", among="criteria")
    assert good.sentence == "at least 2 at or above Good among the criteria"
    one = there({"A1": "Good", "A2": None, "B1": "Poor"})
    assert good.finding(one, "overall", TREE) == (False, f"{good.sentence}: 1 of 2 (A1)")
    two = there({"A1": "Good", "A2": "Excellent", "B1": "Poor"})
    assert good.finding(two, "overall", TREE) == (True, f"{good.sentence}: 2 of 3 (A1, A2)")
    named = condition(at_least=1, among=["A1", "B1"])
    assert named.finding(two, "A", TREE) == (
        True,
        "at least 1 judged among A1, B1: 2 of 2 (A1, B1)",
    )
