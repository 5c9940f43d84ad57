from __future__ import annotations

from pathlib import Path

import pytest

from tests.inspection.checks.making import found, rubric_text

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
