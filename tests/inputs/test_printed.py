from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.inputs.printed import printed_number
from vfi.numbers import in_print


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
        ("1 234", Fraction(1234), Fraction(1), False),
        ("1\u00a0234\u00a0567", Fraction(1234567), Fraction(1), False),
        ("12\u2009345", Fraction(12345), Fraction(1), False),
        ("12\u202f345.5", Fraction(123455, 10), Fraction(1, 10), False),
        ("40\u00a0%", Fraction(40), Fraction(1), True),
        ("12.5 per cent", Fraction(25, 2), Fraction(1, 10), True),
        ("40\u00a0percent", Fraction(40), Fraction(1), True),
        ("£1.2m", Fraction(1_200_000), Fraction(100_000), False),
        ("£1,200", Fraction(1200), Fraction(1), False),
        ("€3.25 bn", Fraction(3_250_000_000), Fraction(10_000_000), False),
        ("1.2 million", Fraction(1_200_000), Fraction(100_000), False),
        ("-£40k", Fraction(-40_000), Fraction(1000), False),
    ],
)
def test_value_and_last_digit(text: str, value: Fraction, unit: Fraction, percentage: bool) -> None:
    number = printed_number(text)
    assert number is not None
    assert (number.value, number.unit, number.is_percentage) == (value, unit, percentage)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "about 40",
        "1,23",
        "12,3456",
        "1.",
        ".5",
        "40%%",
        "<5",
        "1e9",
        "٣",
        "1  000",
        "12 34",
        "1 000,000",
        "5m",
        "£5%",
        "1 million%",
        "1\n000",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert printed_number(text) is None


def test_money_and_multiples_are_amounts_and_counts_are_not() -> None:
    amounts = [printed_number(text) for text in ("£1,200", "1.2 million", "1,200", "40%")]
    assert [amount and amount.is_amount for amount in amounts] == [True, True, False, False]


@given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.booleans())
def test_printing_and_reading_are_inverse(steps: int, places: int, percentage: bool) -> None:
    unit = Fraction(1, 10**places)
    number = printed_number(in_print(steps * unit, unit, percentage))
    assert number is not None
    assert (number.value, number.unit, number.is_percentage) == (steps * unit, unit, percentage)
