"""Conditions on how many of the nodes below are at some levels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import dimension, rubric, study
from tests.synthesis.making import outcome_of
from vfi.scoring.scorecard import score
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
