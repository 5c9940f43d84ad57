from fractions import Fraction
from pathlib import Path

import pytest

from tests.relational.folders import rated


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
    tmp_path: Path, levels: list[str], value: Fraction, rating: str
) -> None:
    figure = rated(tmp_path, {"rule": "median", "ties": "down"}, levels)
    assert (figure.value, figure.rating) == (value, rating)
