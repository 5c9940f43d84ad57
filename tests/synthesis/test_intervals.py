from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.making import rubric_of
from vfi.synthesis.choices import Ties, Towards
from vfi.synthesis.intervals import (
    Edge,
    Interval,
    around_levels,
    edges_of,
    goes_up,
    holding,
    of_bands,
    to_whole,
)
from vfi.synthesis.levels import Band
from vfi.synthesis.outcome import Margin
from vfi.synthesis.scale import Scale

FOUR = rubric_of([1]).scale


def to_level(value: Fraction, scale: Scale, ties: Ties) -> tuple[str, Margin]:
    """The level that a number is taken to, and the thresholds of that level."""
    interval = holding(around_levels(scale, ties), value)
    assert interval is not None
    return scale.names[interval.place], interval.margin


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [
        (Fraction(0), "L0", "L0"),
        (Fraction(1, 2), "L1", "L0"),
        (Fraction(3, 2), "L2", "L1"),
        (Fraction(5, 2), "L3", "L2"),
        (Fraction(3), "L3", "L3"),
        (Fraction(3, 2) - Fraction(1, 10**30), "L1", "L1"),
        (Fraction(3, 2) + Fraction(1, 10**30), "L2", "L2"),
    ],
)
def test_nearest_level_and_ties(value: Fraction, up: str, down: str) -> None:
    assert to_level(value, FOUR, "up")[0] == up
    assert to_level(value, FOUR, "down")[0] == down


def test_ties_go_one_way_where_rounding_half_to_even_would_not() -> None:
    assert [to_level(Fraction(n, 2), FOUR, "up")[0] for n in (1, 3, 5)] == ["L1", "L2", "L3"]
    assert [to_level(Fraction(n, 2), FOUR, "down")[0] for n in (1, 3, 5)] == ["L0", "L1", "L2"]


def test_thresholds_lie_half_way_between_the_values_of_the_scale() -> None:
    scale = rubric_of([1], [0, Fraction(1, 3), 10]).scale
    assert to_level(Fraction(1, 3), scale, "up") == (
        "L1",
        Margin(lower=(Fraction(1, 6), True), upper=(Fraction(31, 6), False)),
    )
    assert to_level(Fraction(5), scale, "up")[0] == "L1"
    assert to_level(Fraction(6), scale, "up")[0] == "L2"


def test_the_ends_of_the_scale_have_no_threshold_beyond() -> None:
    assert to_level(Fraction(0), FOUR, "down")[1] == Margin(None, (Fraction(1, 2), True))
    assert to_level(Fraction(3), FOUR, "down")[1] == Margin((Fraction(5, 2), False), None)


@pytest.mark.parametrize(
    ("ties", "up"),
    [
        ("up", [True, True, True]),
        ("down", [False, False, False]),
        ("even", [False, True, False]),
        (Towards(towards="L0"), [False, False, False]),
        (Towards(towards="L1"), [True, False, False]),
        (Towards(towards="L2"), [True, True, False]),
        (Towards(towards="L3"), [True, True, True]),
    ],
)
def test_a_tie_between_two_neighbours_goes_up_or_down(ties: Ties, up: list[bool]) -> None:
    assert [goes_up(place, FOUR, ties) for place in range(3)] == up
    for place, is_up in enumerate(up):
        level, _ = to_level(place + Fraction(1, 2), FOUR, ties)
        assert level == FOUR.names[place + is_up]


EDGES = (None, (Fraction(1), True), (Fraction(1), False), (Fraction(2), True), (Fraction(2), False))


@pytest.mark.parametrize("lower", EDGES)
@pytest.mark.parametrize("upper", EDGES)
def test_an_interval_holds_the_numbers_to_which_its_row_applies(
    lower: Edge | None, upper: Edge | None
) -> None:
    interval = Interval(lower, upper, 3, 7)
    row = interval.row({"sum": 1}, {"weight": 1})
    assert (row.place, row.number) == (3, 7)
    assert len(row.guards) == sum(edge is not None for edge in (lower, upper))
    for quarter in range(13):
        number = Fraction(quarter, 4)
        is_above = lower is None or number > lower[0] or (number == lower[0] and lower[1])
        is_below = upper is None or number < upper[0] or (number == upper[0] and upper[1])
        assert interval.holds(number) is (is_above and is_below)
        for weight in (1, 3):
            totals = {"sum": number * weight, "weight": weight}
            assert all(guard.holds(totals) for guard in row.guards) is (is_above and is_below)


@pytest.mark.parametrize("rounded", ["none", "half_up", "half_even", "down", "up"])
@pytest.mark.parametrize(
    "edges",
    [
        {"from": 1, "to": 2},
        {"above": 1, "below": 4},
        {"from": "1/3", "to": "8/3"},
        {"above": "1/3", "below": "8/3"},
        {"above": 2},
        {"below": 3},
        {"from": -2, "to": -1},
    ],
)
def test_the_numbers_of_a_band_are_those_that_it_holds_once_they_are_rounded(
    rounded: str, edges: dict[str, Any]
) -> None:
    band = Band.model_validate({"rating": "Good", **edges})
    (interval,) = of_bands([band], rounded, {"Good": 2})
    assert (interval.place, interval.number) == (2, 0)
    for twelfth in range(-48, 73):
        number = Fraction(twelfth, 12)
        assert interval.holds(number) is band.holds(to_whole(number, rounded))


def test_intervals_begin_and_end_at_their_edges_in_order() -> None:
    intervals = [Interval(None, (Fraction(1), True), 0), Interval((Fraction(1), False), None, 1)]
    assert list(edges_of([*intervals, Interval((Fraction(2), True), (Fraction(3), True), 2)])) == [
        1,
        1,
        2,
        3,
    ]
    assert holding(intervals, Fraction(1)) == intervals[0]
    assert holding(intervals[1:], Fraction(1)) is None
