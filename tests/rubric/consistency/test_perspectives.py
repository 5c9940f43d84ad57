"""Perspectives that do not fit the rubric that they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after
from tests.rubrics import MEAN

CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "a node of a perspective": (
        lambda data: data.update(
            perspectives=[{"id": "p", "title": "p", "reason": "r", "nodes": {"X": MEAN}}]
        ),
        'perspectives[0].nodes.X: "X"',
    ),
    "a step of a perspective": (
        lambda data: data.update(
            perspectives=[
                {
                    "id": "p",
                    "title": "p",
                    "reason": "r",
                    "synthesis": {"overall": {"rule": "worst", "missing": {"as": "Bad"}}},
                }
            ]
        ),
        'perspectives[0].synthesis.overall.missing.as: "Bad"',
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))
