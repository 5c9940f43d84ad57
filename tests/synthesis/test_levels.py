"""Which levels and which values are meant."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import scale
from vfi.synthesis.levels import Band, Selector

NAMES = ("Poor", "Adequate", "Good", "Excellent")


@pytest.mark.parametrize(
    ("side", "selected", "words"),
    [
        ("at", ("Good",), "at Good"),
        ("at_or_above", ("Good", "Excellent"), "at or above Good"),
        ("above", ("Excellent",), "above Good"),
        ("at_or_below", ("Poor", "Adequate", "Good"), "at or below Good"),
        ("below", ("Poor", "Adequate"), "below Good"),
    ],
)
def test_levels_are_meant_by_one_of_them(side: str, selected: tuple[str, ...], words: str) -> None:
    selector = Selector.model_validate({side: "Good"})
    assert tuple(name for name in NAMES if selector.selects(name, scale())) == selected
    assert selector.in_words == words
    assert selector.selector == (side, "Good")


def test_where_no_level_is_named_each_is_meant() -> None:
    assert all(Selector().selects(name, scale()) for name in NAMES)
    assert (Selector().selector, Selector().in_words) == (None, "")


@pytest.mark.parametrize(
    ("edges", "held", "words"),
    [
        ({"from": 1}, (1, 2, 3, 4), "from 1"),
        ({"above": 1}, (2, 3, 4), "above 1"),
        ({"to": 2}, (0, 1, 2), "to 2"),
        ({"below": 2}, (0, 1), "below 2"),
        ({"from": 1, "to": 3}, (1, 2, 3), "from 1 to 3"),
        ({"above": 1, "below": 3}, (2,), "above 1 below 3"),
        ({"from": 2, "to": 2}, (2,), "from 2 to 2"),
    ],
)
def test_a_band_holds_the_values_between_its_edges(
    edges: dict[str, Any], held: tuple[int, ...], words: str
) -> None:
    band = Band.model_validate({"rating": "Good", **edges})
    assert tuple(value for value in range(5) if band.holds(Fraction(value))) == held
    assert band.in_words == words


def test_an_edge_says_whether_it_belongs_to_the_band() -> None:
    closed = Band.model_validate({"rating": "Good", "from": 1, "to": 2})
    assert (closed.lower, closed.upper) == ((1, True), (2, True))
    opened = Band.model_validate({"rating": "Good", "above": 1, "below": 2})
    assert (opened.lower, opened.upper) == ((1, False), (2, False))
    half = Band.model_validate({"rating": "Good", "from": 1})
    assert (half.lower, half.upper) == ((1, True), None)
