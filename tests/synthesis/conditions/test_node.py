"""Conditions on the level of a node."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import scale
from tests.synthesis.conditions.making import TREE, condition, there
from tests.synthesis.making import outcome_of, refused
from vfi.synthesis.condition import SELECTED, NodeReference
from vfi.synthesis.decision import Guard


def test_a_condition_on_a_node_names_a_level() -> None:
    assert refused(when=[{"node": "A1"}]) == "no level"


@pytest.mark.parametrize(
    ("condition", "triggered", "findings"),
    [
        ({"node": "A1", "at": "Good"}, True, "A1 is Good"),
        ({"node": "A1", "at_or_below": "Good"}, True, "A1 is Good"),
        ({"node": "A1", "below": "Good"}, False, "A1 is Good"),
        ({"node": "A1", "at": "Poor"}, False, "A1 is Good, not at Poor"),
        ({"node": "A1", "above": "Poor"}, True, "A1 is Good, above Poor"),
        ({"node": "B1", "at_or_above": "Poor"}, False, "B1 has no level"),
        ({"node": "B", "at_or_above": "Poor"}, False, "B has no level"),
        ({"node": "C", "above": "Absent"}, True, "C is Present, above Absent"),
    ],
)
def test_a_condition_on_a_node_looks_at_its_level(
    condition: dict[str, Any], triggered: bool, findings: str
) -> None:
    outcome = outcome_of(condition)
    assert (outcome.triggered, outcome.findings) == (triggered, findings)


POOR = condition(node="A1", at_or_below="Adequate")


def test_it_asks_that_its_one_node_is_at_the_levels_meant() -> None:
    assert list(POOR.guards(of_case=False)) == [Guard({SELECTED: 1}, strict=True)]
    assert POOR.holds({SELECTED: 1})
    assert not POOR.holds({SELECTED: 0})
    assert [name for name in scale().names if POOR.selects(name, scale())] == ["Poor", "Adequate"]


def test_it_looks_at_its_one_node_and_not_at_those_around_it() -> None:
    assert list(POOR.references("overall", TREE)) == [NodeReference(("node",), "A1")]
    assert POOR.nodes("overall", TREE) == ("A1",)
    assert (POOR.level_named, POOR.failure_named) == (("at_or_below", "Adequate"), None)
    assert not POOR.counts_judged


@pytest.mark.parametrize(
    ("side", "rises"),
    [
        ("at", False),
        ("at_or_above", False),
        ("above", False),
        ("at_or_below", True),
        ("below", True),
    ],
)
def test_it_goes_on_holding_where_levels_become_lower_if_it_speaks_of_low_ones(
    side: str, rises: bool
) -> None:
    assert condition(node="A1", **{side: "Good"}).rises_with_low_levels == rises


@pytest.mark.parametrize(
    ("level", "holds", "words"),
    [
        ("Poor", True, "A1 is Poor, at or below Adequate"),
        ("Adequate", True, "A1 is Adequate"),
        ("Good", False, "A1 is Good, not at or below Adequate"),
        (None, False, "A1 has no level"),
    ],
)
def test_what_it_finds_is_told(level: str | None, holds: bool, words: str) -> None:
    assert POOR.sentence == "A1 is at or below Adequate"
    assert POOR.finding(there({"A1": level}), "overall", TREE) == (holds, words)
