"""Which levels and which values are meant."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import refusal, scale, step
from vfi.synthesis.levels import Band, Selector

ONE, TWO = Fraction(1), Fraction(2)
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


@pytest.mark.parametrize("side", ["at", "at_or_above", "above", "at_or_below", "below"])
def test_levels_on_the_lower_side_of_one_are_those_at_or_below_it(side: str) -> None:
    assert Selector.model_validate({side: "Good"}).looks_down == side.endswith("below")


def test_where_no_level_is_named_each_is_meant() -> None:
    assert all(Selector().selects(name, scale()) for name in NAMES)
    assert (Selector().selector, Selector().in_words) == (None, "")
    assert not Selector().looks_down


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
    assert (closed.lower, closed.upper) == ((ONE, True), (TWO, True))
    opened = Band.model_validate({"rating": "Good", "above": 1, "below": 2})
    assert (opened.lower, opened.upper) == ((ONE, False), (TWO, False))
    half = Band.model_validate({"rating": "Good", "from": 1})
    assert (half.lower, half.upper) == ((ONE, True), None)


def with_band(**edges: Any) -> dict[str, Any]:
    """A rule of one band."""
    return {"rule": "bands", "on": "mean", "bands": [{"rating": "Good", **edges}]}


@pytest.mark.parametrize(
    "edges",
    [
        {"from": 1},
        {"above": 1},
        {"to": 1},
        {"below": 1},
        {"from": 1, "to": 1},
        {"above": 1, "below": 2},
        {"from": 0, "below": 1},
    ],
)
def test_a_band_has_an_edge_or_two(edges: dict[str, int]) -> None:
    assert step(**with_band(**edges)).rule == "bands"


@pytest.mark.parametrize(
    ("edges", "found", "expected"),
    [
        ({}, "a band without an edge", "at least one of from, above, to, below"),
        ({"from": 0, "above": 0}, "from and above", "only one of from, above"),
        ({"to": 0, "below": 0}, "to and below", "only one of to, below"),
        (
            {"from": 2, "to": 1},
            "a band that holds no value (from 2 to 1)",
            "a lower edge below the upper one",
        ),
        (
            {"above": 1, "to": 1},
            "a band that holds no value (above 1 to 1)",
            "a lower edge below the upper one",
        ),
        (
            {"from": 1, "below": 1},
            "a band that holds no value (from 1 below 1)",
            "a lower edge below the upper one",
        ),
        (
            {"above": 1, "below": 1},
            "a band that holds no value (above 1 below 1)",
            "a lower edge below the upper one",
        ),
    ],
)
def test_another_band_is_refused(edges: dict[str, int], found: str, expected: str) -> None:
    assert refusal(**with_band(**edges)) == (found, expected)
