from fractions import Fraction

import pytest

from tests.relational.studies import rated


@pytest.mark.parametrize(
    ("levels", "value", "rating"),
    [
        (["Low", "High", "High"], 2, "High"),
        (["Low", "Middle", "High", "High"], Fraction(3, 2), "Middle"),
        (["Middle", None, "Low", None], Fraction(1, 2), "Low"),
        (["High"], 2, "High"),
    ],
)
def test_median_is_the_middle_or_half_way_between_the_two(
    levels: list[str], value: Fraction, rating: str
) -> None:
    figure = rated({"rule": "median", "ties": "down"}, levels)
    assert (figure.value, figure.rating) == (value, rating)
