"""The GRIM test against brute force, and against what its authors print."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from vfi.audit.figures.grim import (
    PrintedShare,
    is_possible,
    make_up_the_whole,
    possible_bases,
    possible_counts,
)
from vfi.audit.rounding import Rounding, as_rounded
from vfi.inputs.printed import Printed, printed_number
from vfi.numbers import in_print

roundings = st.sampled_from(list(Rounding))


def percentage(text: str) -> Printed:
    number = printed_number(text)
    assert number is not None
    return number


@st.composite
def percentages(draw: st.DrawFn) -> Printed:
    places = draw(st.integers(0, 2))
    unit = Fraction(1, 10**places)
    return percentage(in_print(draw(st.integers(0, 100 * 10**places)) * unit, unit, True))


def by_brute_force(share: Printed, base: int, rounding: Rounding) -> list[int]:
    return [
        k
        for k in range(base + 1)
        if share.value in as_rounded(Fraction(100 * k, base), share.unit, rounding)
    ]


@given(percentages(), st.integers(1, 250), roundings)
def test_possible_counts_are_those_of_brute_force(
    share: Printed, base: int, rounding: Rounding
) -> None:
    assert list(possible_counts(share, base, rounding)) == by_brute_force(share, base, rounding)


@given(st.integers(1, 400), st.data(), st.integers(0, 2), roundings)
def test_what_was_rounded_from_a_count_is_possible(
    base: int, data: st.DataObject, places: int, way: Rounding
) -> None:
    count = data.draw(st.integers(0, base))
    unit = Fraction(1, 10**places)
    for value in as_rounded(Fraction(100 * count, base), unit, way):
        printed = percentage(in_print(value, unit, True))
        assert count in possible_counts(printed, base, way)
        assert is_possible(PrintedShare(printed, count), base, way)


@given(st.lists(percentages(), min_size=1, max_size=3), roundings)
def test_possible_bases_are_those_of_brute_force(
    printed: list[Printed], rounding: Rounding
) -> None:
    shares = [PrintedShare(one) for one in printed]
    expected = [
        base for base in range(1, 41) if all(by_brute_force(one, base, rounding) for one in printed)
    ]
    assert possible_bases(shares, rounding, range(1, 41)) == expected


@given(
    st.lists(st.integers(0, 20).map(lambda fives: 5 * fives), min_size=1, max_size=3),
    st.integers(1, 12),
    roundings,
)
def test_the_whole_is_made_up_as_by_brute_force(
    values: list[int], base: int, rounding: Rounding
) -> None:
    printed = [percentage(f"{value}%") for value in values]
    choices = product(*(by_brute_force(one, base, rounding) for one in printed))
    expected = any(sum(counts) == base for counts in choices)
    assert make_up_the_whole([PrintedShare(one) for one in printed], base, rounding) is expected


def test_whole_percentages_are_all_possible_from_a_hundred_on() -> None:
    shares = [PrintedShare(percentage(f"{value}%")) for value in range(101)]
    assert possible_bases(shares, Rounding.HALF_UP, range(1, 140)) == list(range(100, 140))


def test_the_mean_that_gave_the_test_its_example() -> None:
    """Brown and Heathers 2017: no 28 whole numbers have a mean of 5.19, for 145 of 28 is 5.18 and
    146 of 28 is 5.21.
    """
    assert not any(
        Fraction(519, 100) in as_rounded(Fraction(k, 28), Fraction(1, 100), Rounding.NEAREST)
        for k in range(400)
    )
    assert not possible_counts(percentage("19%"), 28, Rounding.NEAREST)
    assert list(possible_counts(percentage("18%"), 28, Rounding.NEAREST)) == [5]


def test_nothing_is_a_share_of_nobody() -> None:
    assert not is_possible(PrintedShare(percentage("0%")), 0, Rounding.NEAREST)
