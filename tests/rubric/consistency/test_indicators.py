"""Indicators that do not fit the scale that they speak to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, told_after, with_criterion

BANDS = [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}]
INDICATOR = {"title": "t", "unit": "%", "measure": "value", "better": "higher", "levels": BANDS}
ELSEWHERE = {"kind": "proposed", "source": "elsewhere", "passage": "page 1"}


def with_indicator(**parts: Any) -> Callable[[Data], None]:
    """A sound indicator with other parts as given."""
    return with_criterion(indicator=INDICATOR | parts)


def without_provenance(data: Data) -> None:
    """An indicator where neither it nor the rubric says where it comes from."""
    with_indicator()(data)
    del data["provenance"]


CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "an indicator against its direction": (
        with_indicator(levels=[{"rating": "Poor", "from": 50}, {"rating": "Good", "below": 50}]),
        "dimensions[0].criteria[0].indicator.levels[1]: Good below 50 beside Poor from 50",
    ),
    "the other direction": (
        with_indicator(better="lower"),
        "dimensions[0].criteria[0].indicator.levels[1]: Good from 50 beside Poor below 50",
    ),
    "a band of an unknown level": (
        with_indicator(levels=[{"rating": "Bad", "below": 50}]),
        'dimensions[0].criteria[0].indicator.levels[0].rating: "Bad"',
    ),
    "an unknown source": (
        with_indicator(provenance=ELSEWHERE),
        'dimensions[0].criteria[0].indicator.provenance.source: "elsewhere"',
    ),
    "no provenance": (
        without_provenance,
        "dimensions[0].criteria[0].indicator: cut points without a provenance",
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
        (
            [("Poor", {"below": 20}), ("Poor", {"from": 80}), ("Good", {"from": 20, "to": 70})],
            False,
        ),
        ([("Good", {"from": 80}), ("Good", {"from": 50, "to": 60}), ("Poor", {"below": 50})], True),
    ],
)
def test_bands_lie_apart_from_each_other(levels: list[tuple[str, Data]], sound: bool) -> None:
    bands = [{"rating": level, **edges} for level, edges in levels]
    assert (told_after(with_indicator(levels=bands)) == []) is sound


def test_an_indicator_of_a_criterion_with_an_unknown_scale_is_not_told_as_well() -> None:
    problems = told_after(with_criterion(scale="three", indicator=INDICATOR))
    assert [words for words in problems if "indicator" in words] == []
    assert len(problems) > 0
