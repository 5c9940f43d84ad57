"""How numbers are said."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.numbers import (
    cells,
    change,
    change_in_points,
    count_of,
    decimal,
    exact,
    exact_percent,
    fixed,
    grouped,
    in_print,
    named,
    nearest_float,
    or_none,
    ordinal,
    out_of,
    part_of,
    percent,
    points,
    points_at_most,
    rounded,
    short_percent,
    span,
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


SAID_SHORT = [
    ("1/2", 1, "50%", "50%"),
    ("1/3", 1, "33.3%", "33.3% (1/3)"),
    ("1/8", 1, "12.5%", "12.5%"),
    ("1999/2000", 1, "99.95%", "99.95% (1999/2000)"),
    ("999999999/1000000000", 1, "over 99.99999%", "over 99.99999% (999999999/1000000000)"),
    ("1", 1, "100%", "100%"),
    ("0", 2, "0%", "0%"),
    ("15", 0, "1,500%", "1,500%"),
]


@pytest.mark.parametrize(("share", "places", "short", "exactly"), SAID_SHORT)
def test_percentages_for_reading_drop_closing_zeros_and_show_the_fraction_that_they_do_not_hold(
    share: str, places: int, short: str, exactly: str
) -> None:
    assert short_percent(Fraction(share), places) == short
    assert exact_percent(Fraction(share), places) == exactly


@given(st.fractions(min_value=0, max_value=1, max_denominator=10**6), st.integers(0, 4))
def test_no_way_of_saying_a_share_says_all_or_none_of_what_is_not(
    share: Fraction, places: int
) -> None:
    ends = {"0%": 0, "100%": 1}
    ends |= {
        f"{end}.{'0' * zeros}%": ends[f"{end}%"] for end in ("0", "100") for zeros in (1, 2, 3, 4)
    }
    for said in (
        percent(share, places),
        short_percent(share, places),
        exact_percent(share, places),
    ):
        assert said not in ends or share == ends[said]


def test_differences_of_shares_are_in_points() -> None:
    assert points(Fraction(1, 100_000), 1) == "0.001"
    assert points(0, 1) == "0.0"
    assert [points_at_most(Fraction(share), 2) for share in ("1/30", "1/100", "0")] == [
        "3.34",
        "1.00",
        "0.00",
    ]


def test_what_something_is_off_by_has_its_sign_and_is_not_nothing() -> None:
    assert [change(Fraction(value), 2) for value in ("-12345/10", "1/1000", "1")] == [
        "-1,234.5",
        "+0.001",
        "+1",
    ]
    assert [change_in_points(Fraction(value), 1) for value in (1, -1, 2)] == [
        "+1 point",
        "-1 point",
        "+2 points",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "percentage", "printed"),
    [
        ("7704", "1", False, "7,704"),
        ("27/10", "1/10", True, "2.7%"),
        ("-1234567", "1000", False, "-1,234,567"),
        ("100", "1/10", True, "100.0%"),
        ("-1/10", "1/10", False, "-0.1"),
    ],
)
def test_what_a_document_prints(value: str, unit: str, percentage: bool, printed: str) -> None:
    assert in_print(Fraction(value), Fraction(unit), percentage) == printed


def test_whole_numbers_are_in_groups_of_three() -> None:
    assert [grouped(7704), or_none(0), or_none(7704)] == ["7,704", "none", "7,704"]
    assert out_of(1509, 1585) == "1,509 of 1,585"
    assert [span(274, 276), span(1000, 1000)] == ["274 to 276", "1,000"]


def test_the_nearest_float_is_that_of_the_fraction() -> None:
    assert nearest_float(Fraction(1, 3)) == 1 / 3


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
