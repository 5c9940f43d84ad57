"""How numbers are said."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.numbers import (
    cells,
    count_of,
    decimal,
    exact,
    fixed,
    named,
    ordinal,
    part_of,
    percent,
    rounded,
)

FRACTIONS = st.fractions(min_value=-100, max_value=100, max_denominator=5000)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("9/8", "1.13"), ("11/8", "1.38"), ("13/8", "1.63"), ("5/8", "0.63"), ("-9/8", "-1.13")],
)
def test_a_half_is_rounded_up(value: str, expected: str) -> None:
    assert fixed(Fraction(value), 2) == expected


def test_a_number_below_a_threshold_is_printed_below_it() -> None:
    assert fixed(Fraction(298, 199), 2) == "1.50"
    assert fixed(Fraction(298, 199), 2, [Fraction(3, 2)]) == "1.497"
    assert fixed(Fraction(3, 2) - Fraction(298, 199), 2, [0]) == "0.003"


def test_a_number_on_a_threshold_is_printed_on_it() -> None:
    assert fixed(Fraction(3, 2), 2, [Fraction(3, 2)]) == "1.50"
    assert decimal(Fraction(3, 2), landmarks=[Fraction(3, 2)]) == "1.5"


@given(FRACTIONS, st.integers(0, 4), st.lists(FRACTIONS, max_size=3))
def test_no_printed_number_changes_sides(
    value: Fraction, places: int, landmarks: list[Fraction]
) -> None:
    printed = Fraction(fixed(value, places, landmarks))
    for landmark in landmarks:
        if value != landmark:
            assert (printed > landmark) == (value > landmark)
            assert printed != landmark


@given(FRACTIONS, st.integers(0, 4))
def test_a_rounded_number_is_within_half_a_unit(value: Fraction, places: int) -> None:
    assert abs(rounded(value, places) - value) <= Fraction(1, 2 * 10**places)
    assert rounded(-value, places) == -rounded(value, places)


@pytest.mark.parametrize(
    ("share", "places", "expected"),
    [
        ("1999/2000", 0, "99.95%"),
        ("1999/2000", 1, "99.95%"),
        ("1/2000", 0, "0.1%"),
        ("1", 0, "100%"),
        ("0", 1, "0.0%"),
        ("1/8", 0, "13%"),
        ("782/1059", 0, "74%"),
        ("1/1000000000", 0, "under 0.0001%"),
        ("999999999/1000000000", 1, "over 99.99999%"),
        ("-1/1000000", 0, "-0.0001%"),
    ],
)
def test_a_percentage_is_never_all_or_none_of_what_is_not(
    share: str, places: int, expected: str
) -> None:
    assert percent(Fraction(share), places) == expected


def test_exact_numbers_show_their_fraction_only_where_digits_do_not_hold_them() -> None:
    assert exact(Fraction(3, 2)) == "1.5"
    assert exact(Fraction(32, 17)) == "1.8824 (32/17)"


def test_ordinals_and_counts() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 11, 12, 13, 21, 112)] == [
        "1st",
        "2nd",
        "3rd",
        "11th",
        "12th",
        "13th",
        "21st",
        "112th",
    ]
    assert [count_of(1, "criterion", "criteria"), count_of(0, "fault"), count_of(7704, "case")] == [
        "1 criterion",
        "0 faults",
        "7,704 cases",
    ]


def test_the_word_beside_a_number_agrees_with_it() -> None:
    assert [part_of(1, 1, "judgement"), part_of(0, 2, "criterion", "criteria")] == [
        "1 of 1 judgement",
        "0 of 2 criteria",
    ]
    assert [named(number, "has", "have") for number in (0, 1, 2)] == ["have", "has", "have"]


@given(FRACTIONS)
def test_cells_hold_a_number_exactly_and_none_is_what_spreadsheets_make_a_date_of(
    value: Fraction,
) -> None:
    decimals, numerator, denominator = cells(value)
    assert Fraction(int(numerator), int(denominator)) == value
    assert abs(Fraction(decimals) - value) <= Fraction(1, 2 * 10**6)
    assert not any(sign in cell for cell in (decimals, numerator, denominator) for sign in "/:")
    assert cells(None) == ("", "", "")


def test_a_change_is_printed_with_its_sign() -> None:
    assert [percent(Fraction(share), 1, signed=True) for share in ("1/8", "-1/8", "0")] == [
        "+12.5%",
        "-12.5%",
        "0.0%",
    ]


def test_a_printed_number_differs_from_a_landmark_printed_alike() -> None:
    sixth = Fraction(1, 6)
    assert decimal(Fraction(16672, 100000), 4, [sixth]) == "0.16672"
    assert decimal(sixth, 4, [sixth]) == "0.1667"
