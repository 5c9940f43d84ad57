"""Indicators that do not fit the scale that they speak to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after, with_criterion

CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "an indicator against its direction": (
        with_criterion(
            indicator={
                "title": "t",
                "unit": "%",
                "measure": "value",
                "better": "higher",
                "levels": [{"rating": "Poor", "from": 50}, {"rating": "Good", "below": 50}],
            }
        ),
        "dimensions[0].criteria[0].indicator.levels[1]: Good below 50 beside Poor from 50",
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert any(words.startswith(expected) for words in told_after(change))


@pytest.mark.parametrize(
    ("levels", "sound"),
    [
        ([("Poor", {"below": 50}), ("Good", {"from": 50})], True),
        ([("Poor", {"to": 50}), ("Good", {"from": 50})], False),
        ([("Poor", {"below": 50}), ("Good", {"from": 60})], True),
        ([("Poor", {"below": 60}), ("Good", {"from": 50})], False),
    ],
)
def test_bands_lie_apart_from_each_other(levels: list[tuple[str, Data]], sound: bool) -> None:
    bands = [{"rating": level, **edges} for level, edges in levels]
    indicator = {"title": "t", "unit": "%", "measure": "value", "better": "higher", "levels": bands}
    assert (told_after(with_criterion(indicator=indicator)) == []) is sound
