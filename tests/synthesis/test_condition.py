"""What holds of every condition: how it is told apart, and how its guards bear out its words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from tests.rubrics import dimension, rubric
from tests.synthesis.making import condition, hurdle
from vfi.synthesis.condition import JUDGED, RECORDED, SELECTED, Circumstances, Condition
from vfi.synthesis.decision import Totals

BUILT = rubric([dimension("A", ["A1", "A2"])])
LEVELS = BUILT.scale.names
SCALES = {"A1": BUILT.scale, "A2": BUILT.scale}
CONDITIONS: list[dict[str, Any]] = [
    {"node": "A1", "at": "Good"},
    {"node": "A1", "at_or_above": "Adequate"},
    {"node": "A1", "below": "Good"},
    {"at_least": 1, "at_or_below": "Adequate", "among": "criteria"},
    {"at_least": "all", "at_or_above": "Good", "among": "criteria"},
    {"at_least_share": "1/2", "below": "Adequate", "among": ("A1", "A2")},
    {"at_most": 1, "below": "Good", "among": "criteria"},
    {"exactly": 1, "at_or_below": "Poor", "among": "criteria"},
    {"exactly": "all", "among": ("A2",)},
    {"failure": "f", "cases": 2},
]
EVERY_CONDITION = pytest.mark.parametrize("parts", CONDITIONS, ids=str)


@pytest.mark.parametrize(
    "parts",
    [
        {"node": "A1", "at": "Good"},
        {"failure": "f", "cases": 2},
        {"at_least": 1, "below": "Good", "among": "criteria"},
        {"exactly": "all", "among": ("A1",)},
    ],
)
def test_what_a_condition_speaks_of_says_which_kind_it_is(parts: dict[str, Any]) -> None:
    (read,) = hurdle(when=[parts]).when
    assert read.model_dump(exclude_none=True) == parts
    (again,) = hurdle(when=[read]).when
    assert again == read


def totals_of(asked: Condition, levels: Mapping[str, str | None], cases: int) -> Totals:
    """What is counted for a condition."""
    judged = [level for node in asked.nodes("overall", BUILT) if (level := levels[node])]
    selected = sum(asked.selects(level, BUILT.scale) for level in judged)
    return {SELECTED: selected, JUDGED: len(judged), RECORDED: cases}


@EVERY_CONDITION
@pytest.mark.parametrize("of_case", [False, True])
def test_the_guards_hold_where_what_is_found_says_so(parts: dict[str, Any], of_case: bool) -> None:
    asked, cases, seen = condition(**parts), ("K", "L"), set()
    for first, second, recorded in product((*LEVELS, None), (*LEVELS, None), range(3)):
        levels = {"A1": first, "A2": second}
        around = Circumstances(levels, SCALES, {"f": cases[:recorded]}, of_case)
        holds, _ = asked.finding(around, "overall", BUILT)
        totals = totals_of(asked, levels, recorded)
        assert all(guard.holds(totals) for guard in asked.guards(of_case)) is holds, levels
        seen.add(holds)
    assert seen == {True, False}


@EVERY_CONDITION
def test_what_rises_with_low_levels_still_holds_where_a_level_becomes_lower(
    parts: dict[str, Any],
) -> None:
    asked = condition(**parts)
    holds = {
        places: asked.holds(
            totals_of(asked, {"A1": LEVELS[places[0]], "A2": LEVELS[places[1]]}, cases=2)
        )
        for places in product(range(len(LEVELS)), repeat=2)
    }
    goes_on = all(
        held <= holds[lower]
        for (first, second), held in holds.items()
        for lower in ((max(first - 1, 0), second), (first, max(second - 1, 0)))
    )
    assert not asked.rises_with_low_levels or goes_on


def test_only_conditions_on_low_levels_and_on_failures_rise_with_low_levels() -> None:
    rising = [parts for parts in CONDITIONS if condition(**parts).rises_with_low_levels]
    assert rising == [CONDITIONS[place] for place in (2, 3, 5, 9)]


def test_for_one_case_a_single_record_is_enough_however_many_are_asked_for() -> None:
    asked = condition(failure="f", cases=2)
    assert not asked.holds({RECORDED: 1})
    (guard,) = asked.guards(of_case=True)
    assert [guard.holds({RECORDED: recorded}) for recorded in (0, 1)] == [False, True]


@pytest.mark.parametrize(
    ("parts", "nodes", "level", "failure", "counts_judged"),
    [
        ({"node": "A1", "at": "Good"}, ("A1",), ("at", "Good"), None, False),
        ({"failure": "f"}, (), None, "f", False),
        ({"at_least": 1, "among": "criteria"}, ("A1", "A2"), None, None, False),
        (
            {"exactly": "all", "below": "Good", "among": ("A2",)},
            ("A2",),
            ("below", "Good"),
            None,
            1,
        ),
        ({"at_most_share": "1/2", "among": ("A", "A1")}, ("A", "A1"), None, None, True),
    ],
)
def test_a_condition_names_what_it_looks_at(
    parts: dict[str, Any],
    nodes: tuple[str, ...],
    level: tuple[str, str] | None,
    failure: str | None,
    counts_judged: bool,
) -> None:
    asked = condition(**parts)
    assert asked.nodes("overall", BUILT) == nodes
    assert (asked.level_named, asked.failure_named) == (level, failure)
    assert asked.counts_judged == counts_judged
