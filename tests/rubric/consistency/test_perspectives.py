"""Perspectives that do not fit the rubric that they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after
from tests.rubrics import MEAN

BAD = {"rule": "worst", "missing": {"as": "Bad"}}
HURDLE = {"id": "h", "title": "h", "reason": "r", "kind": "hard", "node": "X"}


def with_perspectives(*parts: Data) -> Callable[[Data], None]:
    """Perspectives of these parts."""
    named = [{"id": "p", "title": "p", "reason": "r", **each} for each in parts]
    return lambda data: data.update(perspectives=named)


CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "a node of a perspective": (
        with_perspectives({"nodes": {"X": MEAN}}),
        'perspectives[0].nodes.X: "X"',
    ),
    "the whole among its nodes": (
        with_perspectives({"nodes": {"overall": MEAN}}),
        'perspectives[0].nodes.overall: "overall" among single nodes',
    ),
    "a step of a perspective": (
        with_perspectives({"synthesis": {"overall": BAD}}),
        'perspectives[0].synthesis.overall.missing.as: "Bad"',
    ),
    "a step of a node": (
        with_perspectives({"nodes": {"A": BAD}}),
        'perspectives[0].nodes.A.missing.as: "Bad"',
    ),
    "a hurdle": (
        with_perspectives({"hurdles": [HURDLE | {"when": [{"node": "A", "at": "Poor"}]}]}),
        'perspectives[0].hurdles[0].node: "X"',
    ),
    "a perspective a second time": (
        with_perspectives({"hurdles": []}, {"hurdles": []}),
        'perspectives[1].id: "p" a second time',
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))
