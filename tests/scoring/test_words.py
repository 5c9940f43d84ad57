from __future__ import annotations

from fractions import Fraction

import pytest

from vfi.scoring.words import decimal, exact


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(3, 2), "1.5"),
        (Fraction(2), "2"),
        (Fraction(100), "100"),
        (Fraction(0), "0"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(32, 17), "1.8824"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(-1, 1000000), "0"),
    ],
)
def test_numbers_for_reading(value: Fraction, shown: str) -> None:
    assert decimal(value) == shown


def test_fraction_stands_beside_a_decimal_that_is_cut() -> None:
    assert exact(Fraction(1, 8)) == "0.125"
    assert exact(Fraction(1, 3)) == "0.3333 (1/3)"
