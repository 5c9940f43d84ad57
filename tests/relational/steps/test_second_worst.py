from __future__ import annotations

from fractions import Fraction

import pytest

from tests.relational.studies import rated, scale_of


@pytest.mark.parametrize(
    ("levels", "rating"),
    [
        (["Low", "High", "Middle"], "Middle"),
        (["Low", "High", "Low"], "Low"),
        (["Low", "Low", "Low", "High"], "Low"),
        (["High", None, "Low"], "High"),
        ([None, "Middle"], "Middle"),
    ],
)
def test_the_second_level_from_below_is_the_rating_and_of_one_its_own(
    levels: list[str | None], rating: str
) -> None:
    assert rated({"rule": "second worst"}, levels).rating == rating


def test_the_order_is_that_of_levels_and_the_value_that_of_the_level() -> None:
    scale = scale_of(["Low", "Middle", "High"], [-3, 0, 7])
    figure = rated({"rule": "second worst"}, ["Middle", "High", "High"], scale=scale)
    assert (figure.rating, figure.value) == ("High", Fraction(7))
