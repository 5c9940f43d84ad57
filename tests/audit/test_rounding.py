from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.audit.rounding import STATED, Rounding, ValueRange, as_rounded, before_rounding, sum_of

DECIMAL_MODES = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.DOWN: ROUND_FLOOR,
    Rounding.UP: ROUND_CEILING,
}
ends = st.fractions(-50, 50, max_denominator=20)


def intervals() -> st.SearchStrategy[ValueRange]:
    return st.builds(
        lambda one, other, low, high: ValueRange(min(one, other), max(one, other), low, high),
        ends,
        ends,
        st.booleans(),
        st.booleans(),
    )


@given(st.integers(0, 10**7), st.integers(0, 3), st.sampled_from(STATED))
def test_rounding_agrees_with_the_decimal_module(
    ten_thousandths: int, places: int, rounding: Rounding
) -> None:
    value = Decimal(ten_thousandths) / 10**4
    expected = value.quantize(Decimal(1).scaleb(-places), DECIMAL_MODES[rounding])
    assert as_rounded(Fraction(value), Fraction(1, 10**places), rounding) == (Fraction(expected),)


@given(st.fractions(0, 100, max_denominator=400), st.integers(0, 2))
def test_the_nearest_takes_a_half_either_way(value: Fraction, places: int) -> None:
    unit = Fraction(1, 10**places)
    both = {as_rounded(value, unit, way)[0] for way in (Rounding.HALF_UP, Rounding.HALF_EVEN)}
    nearest = set(as_rounded(value, unit, Rounding.NEAREST))
    assert both <= nearest
    assert (len(nearest) == 2) == ((value / unit) % 1 == Fraction(1, 2))


@given(st.fractions(0, 100, max_denominator=400), st.sampled_from(list(Rounding)))
def test_a_value_is_among_those_that_give_its_print(value: Fraction, rounding: Rounding) -> None:
    for printed in as_rounded(value, Fraction(1), rounding):
        assert value in before_rounding(printed, Fraction(1), rounding)


@given(intervals())
def test_whole_numbers_of_an_interval(interval: ValueRange) -> None:
    assert list(interval.integers()) == [number for number in range(-60, 61) if number in interval]


@given(intervals(), intervals(), ends)
def test_a_value_in_both_is_a_meeting(one: ValueRange, other: ValueRange, value: Fraction) -> None:
    if value in one and value in other:
        assert one.meets(other)
        assert other.meets(one)
    if one.high < other.low:
        assert not one.meets(other)


@pytest.mark.parametrize(("included", "met"), [(True, True), (False, False)])
def test_touching_ends_meet_only_when_both_belong(included: bool, met: bool) -> None:
    below = ValueRange(Fraction(0), Fraction(1), includes_high=included)
    assert below.meets(ValueRange(Fraction(1), Fraction(2))) is met


def test_sum_reaches_from_lowest_to_highest() -> None:
    parts = [before_rounding(Fraction(33), Fraction(1), Rounding.HALF_UP)] * 3
    assert sum_of(parts) == ValueRange(Fraction(195, 2), Fraction(201, 2), includes_high=False)
