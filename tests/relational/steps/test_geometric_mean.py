from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.relational.studies import rated, scale_of
from vfi.relational.errors import CannotRecompute

NAMES = ["Low", "Middle", "High"]
DOUBLING = scale_of(NAMES, [1, 2, 4])
UNEVEN = scale_of(NAMES, [Fraction(5, 4), Fraction(15, 4), 5])


@pytest.mark.parametrize(
    ("levels", "rating"),
    [
        (["Low", "High"], "Middle"),
        (["Low", "Low", "High"], "Middle"),
        (["Low", "Low", "Low", "High"], "Low"),
        (["Middle", "High", "High", None], "High"),
        (["High"], "High"),
    ],
)
def test_the_level_nearest_to_the_root_of_the_product_is_the_rating(
    levels: list[str | None], rating: str
) -> None:
    """Of values 1, 2 and 4, for levels that change at 3/2 and at 3."""
    figure = rated({"rule": "geometric mean", "ties": "up"}, levels, scale=DOUBLING)
    assert (figure.rating, figure.value) == (rating, None)


@pytest.mark.parametrize(
    ("ties", "rating"),
    [
        ("up", "Middle"),
        ("down", "Low"),
        ({"towards": "High"}, "Middle"),
        ({"towards": "Low"}, "Low"),
    ],
)
def test_a_root_exactly_half_way_is_a_tie(ties: Any, rating: str) -> None:
    """The root of 5/4 times 5 is 5/2, half way between 5/4 and 15/4."""
    step = {"rule": "geometric mean", "ties": ties}
    assert rated(step, ["Low", "High"], scale=UNEVEN).rating == rating


def test_one_input_without_any_value_takes_all_of_it() -> None:
    step = {"rule": "geometric mean", "ties": "up"}
    assert rated(step, ["High", "High", "Low"]).rating == "Low"
    assert rated(step, ["High", "High", None]).rating == "High"


def test_a_product_that_the_database_cannot_hold_decides_nothing() -> None:
    far_apart = scale_of(NAMES, [1, 10**12, 10**13])
    step = {"rule": "geometric mean", "ties": "up"}
    assert rated(step, ["Middle", "High"], scale=far_apart).rating == "Middle"
    with pytest.raises(CannotRecompute, match="more digits than DuckDB holds"):
        rated(step, ["High"] * 4, scale=far_apart)
