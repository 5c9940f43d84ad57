from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.deep import HURDLES, deep, deep_data
from tests.inspection.checks.making import found, rubric_text
from vfi.inspection.checks.hurdles import ways_to_try
from vfi.synthesis.tree import resting_on

FAILURES = "failure_indicators: [{id: breach, title: Breach, meaning: A breach.}]\n"


def hurdle(when: str, node: str = "overall", cap: str = "Fair") -> str:
    head = f"id: h, title: H, reason: R, kind: soft, node: {node}, cap: {cap}"
    return f"hurdles:\n  - {{{head}, when: [{when}]}}\n{FAILURES}"


@pytest.mark.parametrize(
    "end",
    [
        hurdle("{node: A1, at: Low}"),
        hurdle("{node: A, at_or_below: Fair}"),
        hurdle("{at_least: 2, at: Low, among: criteria}"),
        hurdle("{failure: breach, cases: 3}"),
        hurdle("{node: A1, at: Low}", node="A"),
    ],
)
@pytest.mark.parametrize("criteria", [2, 8])
def test_hurdles_that_can_bite_and_be_cleared(tmp_path: Path, end: str, criteria: int) -> None:
    assert found(tmp_path, rubric_text(criteria, 2, end=end)) == []


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (hurdle("{node: A1, at: Low}", cap="Top"), "lowers a rating in none of"),
        (hurdle("{at_least: 9, at: Low, among: criteria}"), "lowers a rating in none of"),
        (hurdle("{node: A1, above: Fair}, {node: A1, below: Fair}"), "lowers a rating in none of"),
        (hurdle("{node: A1, at_or_below: Top}"), "is triggered in each of"),
    ],
)
@pytest.mark.parametrize("criteria", [2, 4])
def test_hurdles_that_never_lower_a_rating_or_are_always_triggered(
    tmp_path: Path, end: str, words: str, criteria: int
) -> None:
    (problem,) = found(tmp_path, rubric_text(criteria, 2, end=end))
    assert words in problem.found
    assert ("drawn with the seed" in problem.found) == (criteria == 4)
    assert problem.field == "hurdles[0]"


def test_hurdles_of_a_perspective(tmp_path: Path) -> None:
    end = (
        "perspectives:\n  - {id: p, title: P, reason: R, hurdles: [{id: h, title: H, reason: R, "
        "kind: soft, node: overall, cap: Top, when: [{node: A1, at: Low}]}]}\n"
    )
    (problem,) = found(tmp_path, rubric_text(2, 2, end=end))
    assert problem.field == "perspectives[0].hurdles[0]"


def test_all_that_is_judged_below_a_group_that_a_hurdle_looks_at_is_lowered() -> None:
    looking = {
        "id": "h",
        "title": "H",
        "reason": "r",
        "kind": "soft",
        "node": "overall",
        "cap": "Adequate",
        "when": [{"node": "T1", "at": "Poor"}],
    }
    of = deep(hurdles=[looking])
    tried, is_all = ways_to_try(of)
    below = resting_on(of, "T1")
    lowest = {name: "Poor" if name in below else "Excellent" for name in of.judged}
    assert not is_all
    assert lowest in [way.levels for way in tried]


def test_the_words_of_a_hurdle_without_effect_are_those_of_the_tiers(tmp_path: Path) -> None:
    never = {**HURDLES[0], "cap": "Excellent"}
    (problem,) = found(tmp_path, json.dumps(deep_data(id="library", hurdles=[never])))
    assert "ways for the evidence categories to be rated" in problem.found
