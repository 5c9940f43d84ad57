"""Conditions on the level of a node."""

from __future__ import annotations

from typing import Any

import pytest

from tests.synthesis.making import outcome_of, refused


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
