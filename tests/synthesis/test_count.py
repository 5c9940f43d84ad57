"""Conditions on how many are at which levels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import refusal, step
from vfi.synthesis.step import step_in_words


def with_count(**condition: Any) -> dict[str, Any]:
    """A counting rule of one condition."""
    return {"rule": "counting", "rows": [{"rating": "Good", "when": [condition]}]}


@pytest.mark.parametrize(
    ("condition", "found"),
    [({}, "no quantity"), ({"at_least": 0, "at_most": 0}, "at_least, at_most")],
)
def test_a_condition_compares_one_quantity(condition: dict[str, int], found: str) -> None:
    assert refusal(**with_count(**condition)) == (
        found,
        "one of at_least, at_most, exactly, at_least_share, at_most_share",
    )


def test_only_one_level_is_named_in_a_condition() -> None:
    assert refusal(**with_count(at_least=1, at="Good", below="Good")) == (
        "at, below",
        "only one of at, at_or_above, above, at_or_below, below",
    )


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"at_least": 2, "at": "Good"}, "at least 2 at Good"),
        ({"at_least": 0}, "at least 0 judged"),
        ({"at_least": "all"}, "all judged"),
        ({"at_most": 2}, "at most 2 judged"),
        ({"at_most": 0, "below": "Good"}, "none below Good"),
        ({"at_most": "all"}, "at most all judged"),
        ({"exactly": 2}, "exactly 2 judged"),
        ({"exactly": 0}, "none judged"),
        ({"exactly": "all", "above": "Poor", "among": ["A", "B"]}, "all above Poor among A, B"),
        ({"at_least_share": "2/3", "at": "Good"}, "at least 2/3 of those judged at Good"),
        ({"at_most_share": 0, "at": "Good"}, "at most 0 of those judged at Good"),
    ],
)
def test_a_condition_is_told_with_its_number_its_levels_and_whom_it_means(
    condition: dict[str, Any], words: str
) -> None:
    rule = step(rule="counting", rows=[{"rating": "Good", "when": [condition]}])
    assert f"the first that holds: Good if {words}; otherwise" in step_in_words(rule, "it")
