"""What hurdles look at, held against every set of changes of small studies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.robustness.brute_force import assert_flips_are_fewest
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.search.watching import Watching
from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Failure, Study

GRIDS: list[dict[str, str | None]] = [
    {"A1": "Good", "A2": "Adequate", "B": "Excellent"},
    {"A1": "Poor", "A2": None, "B": "Good"},
]


def with_hurdles(*hurdles: dict[str, Any]) -> Rubric:
    return rubric(
        [dimension("A", ["A1", "A2"]), dimension("B")],
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), MEAN),
        failure_indicators=[{"id": "breach", "title": "Breach", "meaning": "a breach"}],
        hurdles=[
            {"id": f"h{place}", "title": "h", "reason": "r", "kind": "hard", **hurdle}
            for place, hurdle in enumerate(hurdles)
        ],
    )


def made(
    grid: dict[str, str | None], *hurdles: dict[str, Any], failures: tuple[Failure, ...] = ()
) -> Study:
    return study(with_hurdles(*hurdles), {"K": grid}, failures=failures)


CONDITIONS: list[dict[str, Any]] = [
    {"node": "A1", "at": "Poor"},
    {"node": "A", "at_or_above": "Good"},
    {"node": "B", "below": "Good"},
    {"at_least": 1, "at": "Poor", "among": "criteria"},
    {"at_least": 2, "at_or_below": "Adequate", "among": ["A1", "A2", "B"]},
    {"at_most": 0, "at_or_above": "Good", "among": "criteria"},
    {"exactly": 1, "at": "Good", "among": "dimensions"},
    {"exactly": "all", "at_or_below": "Adequate", "among": "criteria"},
    {"at_least": "all", "at_or_above": "Good", "among": ["A1", "A2"]},
    {"at_least_share": "1/2", "at": "Poor", "among": ["A1", "A2", "B"]},
    {"at_most_share": "1/3", "at_or_above": "Good", "among": ["A1", "A2", "B"]},
]


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_hurdle_of_the_whole_is_looked_for_below_it(
    condition: dict[str, Any], grid: dict[str, str | None]
) -> None:
    assert_flips_are_fewest(made(grid, {"node": "overall", "when": [condition]}))


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize(
    ("node", "condition"),
    [
        ("A", {"node": "B", "below": "Good"}),
        ("A1", {"node": "B", "at_or_above": "Good"}),
        ("B", {"node": "A1", "at": "Poor"}),
        ("B", {"at_least": 1, "at": "Poor", "among": ["A1", "A2"]}),
        ("A", {"at_least_share": "1/2", "at_or_below": "Good", "among": ["A2", "B"]}),
    ],
)
def test_a_hurdle_may_look_beside_its_node(
    node: str, condition: dict[str, Any], grid: dict[str, str | None]
) -> None:
    soft = {"kind": "soft", "cap": "Adequate"}
    assert_flips_are_fewest(made(grid, {"node": node, "when": [condition], **soft}))


@pytest.mark.parametrize("grid", GRIDS)
def test_all_conditions_of_a_hurdle_have_to_hold(grid: dict[str, str | None]) -> None:
    both = [{"node": "A1", "at_or_below": "Adequate"}, {"node": "B", "at_or_above": "Good"}]
    assert_flips_are_fewest(made(grid, {"node": "overall", "when": both}))


@pytest.mark.parametrize("grid", GRIDS)
def test_of_several_hurdles_the_lowest_cap_counts(grid: dict[str, str | None]) -> None:
    low = {"kind": "soft", "cap": "Adequate", "when": [{"node": "A1", "below": "Good"}]}
    high = {"kind": "soft", "cap": "Good", "when": [{"node": "B", "above": "Adequate"}]}
    assert_flips_are_fewest(
        made(grid, {"node": "overall", **high}, {"node": "overall", **low}, {"node": "A", **low})
    )


@pytest.mark.parametrize("grid", GRIDS)
def test_what_one_hurdle_has_looked_at_is_still_there_for_another_further_up(
    grid: dict[str, str | None],
) -> None:
    below = {"node": "A", "kind": "soft", "cap": "Good", "when": [{"node": "A1", "at": "Poor"}]}
    above = {"node": "overall", "when": [{"node": "A2", "at": "Adequate"}]}
    assert_flips_are_fewest(made(grid, below, above))


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize(("recorded", "needed"), [(0, 1), (1, 1), (1, 2)])
def test_failures_stay_as_they_are_recorded(
    recorded: int, needed: int, grid: dict[str, str | None]
) -> None:
    failures = tuple(Failure("K", "breach", "so it is") for _ in range(recorded))
    when = [{"failure": "breach", "cases": needed}, {"node": "B", "at_or_above": "Adequate"}]
    assert_flips_are_fewest(made(grid, {"node": "overall", "when": when}, failures=failures))


def test_only_hurdles_that_look_beyond_what_lies_below_look_beside() -> None:
    of = with_hurdles(
        {"node": "A", "when": [{"node": "A1", "at": "Poor"}]},
        {"node": "A", "when": [{"node": "A1", "at": "Poor"}, {"node": "B", "at": "Poor"}]},
        {"node": "B", "when": [{"at_least": 1, "among": ["A2"]}, {"at_least": 1, "among": ["A1"]}]},
        {"node": "overall", "when": [{"at_least": 1, "among": "criteria"}]},
        {"node": "A", "when": [{"failure": "breach"}]},
        {"node": "A", "when": [{"at_least": 1, "among": ["A1", "A2"]}]},
    )
    assert [hurdle.id for hurdle in Watching(of, {}).beside] == ["h1", "h2"]


@pytest.mark.parametrize(("recorded", "triggered"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_failure_triggers_from_so_many_cases_on(recorded: int, triggered: bool) -> None:
    of = with_hurdles({"node": "A", "when": [{"failure": "breach", "cases": 2}]})
    watching = Watching(of, {"breach": recorded} if recorded else {})
    assert watching.is_triggered(of.hurdles[0], watching.nothing) is triggered
