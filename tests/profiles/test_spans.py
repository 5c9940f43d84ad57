"""Exact stretches of numbers, and which ratings they are cut into."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from tests.profiles.steps import scale_of, step_of
from vfi.profiles.spans import Bound, Span, between, by_rating, hull, point

F = Fraction
SCALE = scale_of(0, 1, 2)
BANDS = [{"rating": "L0", "below": 1}, {"rating": "L2", "above": 1, "to": 2}]


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (point(F(2)), "2"),
        (Span(Bound(F(3, 2)), Bound(F(5, 2), -1)), "from 3/2 to under 5/2"),
        (Span(Bound(F(1), 1), Bound(F(2))), "above 1 to 2"),
    ],
)
def test_spans_in_words(span: Span, words: str) -> None:
    assert span.in_words == words


def test_the_ends_are_told_apart_where_a_number_is_only_come_near() -> None:
    assert Span(Bound(F(1), 1), Bound(F(2), -1)).ends_in_words == ("above 1", "under 2")
    assert between([F(3), F(1, 2), F(1)]).ends_in_words == ("1/2", "3")


def test_a_bound_just_above_a_number_lies_between_it_and_all_larger_ones() -> None:
    assert Bound(F(1), -1) < Bound(F(1)) < Bound(F(1), 1) < Bound(F(1) + F(1, 10**9), -1)


def test_the_hull_of_spans_keeps_the_outermost_ends_as_they_are() -> None:
    spans = [Span(Bound(F(1), 1), Bound(F(2))), Span(Bound(F(1)), Bound(F(2), -1)), point(F(3, 2))]
    assert hull(spans) == Span(Bound(F(1)), Bound(F(2)))


@pytest.mark.parametrize(
    ("span", "capped"),
    [
        (between([F(0), F(1)]), between([F(0), F(1)])),
        (between([F(0), F(3)]), between([F(0), F(2)])),
        (Span(Bound(F(2), 1), Bound(F(3))), point(F(2))),
        (Span(Bound(F(0)), Bound(F(2), -1)), Span(Bound(F(0)), Bound(F(2), -1))),
    ],
)
def test_no_number_of_a_capped_span_is_above_the_limit(span: Span, capped: Span) -> None:
    assert span.capped(F(2)) == capped


def test_a_span_is_cut_where_the_rating_changes_and_a_tie_goes_with_its_rating() -> None:
    mean = step_of({"rule": "mean", "ties": "up"})
    assert by_rating(mean, SCALE, [between([F(0), F(2)])]) == {
        "L0": (Span(Bound(F(0)), Bound(F(1, 2), -1)),),
        "L1": (Span(Bound(F(1, 2)), Bound(F(3, 2), -1)),),
        "L2": (Span(Bound(F(3, 2)), Bound(F(2))),),
    }


def test_numbers_in_no_band_are_undetermined() -> None:
    bands = step_of({"rule": "bands", "on": "mean", "bands": BANDS})
    assert by_rating(bands, SCALE, [Span(Bound(F(1, 2), 1), Bound(F(5, 2)))]) == {
        "L0": (Span(Bound(F(1, 2), 1), Bound(F(1), -1)),),
        "Undetermined": (point(F(1)), Span(Bound(F(2), 1), Bound(F(5, 2)))),
        "L2": (Span(Bound(F(1), 1), Bound(F(2))),),
    }


def contains(span: Span, number: Fraction) -> bool:
    return span.lower <= Bound(number) <= span.upper


@pytest.mark.parametrize(
    "step",
    [
        {"rule": "mean", "ties": "down"},
        {"rule": "mean", "ties": {"towards": "L1"}},
        {"rule": "bands", "on": "mean", "bands": BANDS},
        {"rule": "bands", "on": "mean", "rounded": "half_even", "bands": BANDS},
    ],
    ids=str,
)
def test_every_number_is_in_the_spans_of_its_rating_and_in_no_others(step: dict[str, Any]) -> None:
    made = step_of(step)
    ends = [Bound(F(n, 2), beyond) for n in range(-1, 6) for beyond in (-1, 0, 1)]
    for lower, upper in product(ends, repeat=2):
        span = Span(lower, upper)
        pieces = by_rating(made, SCALE, [span])
        for number in [F(n, 8) for n in range(-8, 28)]:
            interval = made.rated(number, SCALE)
            rating = "Undetermined" if interval is None else SCALE.names[interval.place]
            held = {name for name, of in pieces.items() if any(contains(one, number) for one in of)}
            assert held == ({rating} if contains(span, number) else set())
