"""Levels that a step names and its scales do not have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after, with_overall

COUNT = {"at_least": 1, "at": "God"}
CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "levels of a counting rule": (
        with_overall(rule="counting", rows=[{"rating": "Good", "when": [COUNT]}]),
        'synthesis.overall.rows[0].when[0].at: "God"',
    ),
    "levels of a table": (
        with_overall(rule="table", rows=[{"rating": "Good", "when": {"A": ["Good", "Bad"]}}]),
        'synthesis.overall.rows[0].when.A[1]: "Bad"',
    ),
    "level that stands for missing": (
        with_overall(rule="worst", missing={"as": "Bad"}),
        'synthesis.overall.missing.as: "Bad"',
    ),
    "level that ties go towards": (
        with_overall(rule="mean", ties={"towards": "Bad"}),
        'synthesis.overall.ties.towards: "Bad"',
    ),
    "rating of a band": (
        with_overall(rule="bands", on="mean", bands=[{"rating": "Bad", "from": 0}]),
        'synthesis.overall.bands[0].rating: "Bad"',
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))
