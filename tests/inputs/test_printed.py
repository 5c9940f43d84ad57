from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.inputs.printed import in_print, printed_number


@pytest.mark.parametrize(
    ("text", "value", "unit", "percentage"),
    [
        ("7,704", Fraction(7704), Fraction(1), False),
        ("7704", Fraction(7704), Fraction(1), False),
        ("2.7%", Fraction(27, 10), Fraction(1, 10), True),
        ("40 %", Fraction(40), Fraction(1), True),
        ("20.0%", Fraction(20), Fraction(1, 10), True),
        ("−3%", Fraction(-3), Fraction(1), True),
        ("1,234,567.25", Fraction(123456725, 100), Fraction(1, 100), False),
    ],
)
def test_value_and_last_digit(text: str, value: Fraction, unit: Fraction, percentage: bool) -> None:
    number = printed_number(text)
    assert number is not None
    assert (number.value, number.unit, number.is_percentage) == (value, unit, percentage)


@pytest.mark.parametrize("text", ["", "about 40", "1,23", "12,3456", "1.", ".5", "40%%", "<5", "1e9", "٣", "1 000"])
def test_what_is_no_number(text: str) -> None:
    assert printed_number(text) is None


@given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.booleans())
def test_printing_and_reading_are_inverse(steps: int, places: int, percentage: bool) -> None:
    unit = Fraction(1, 10**places)
    number = printed_number(in_print(steps * unit, unit, percentage))
    assert number is not None
    assert (number.value, number.unit, number.is_percentage) == (steps * unit, unit, percentage)
