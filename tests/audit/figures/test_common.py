"""The bases of several percentages, against trying every one."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.audit.figures.bases import conflict_in_words
from vfi.audit.figures.common import CommonBases, common_bases
from vfi.audit.figures.grim import PrintedShare, possible_bases
from vfi.audit.rounding import Rounding
from vfi.inputs.printed import printed_number
from vfi.numbers import in_print

TRIED = 400


def share(text: str, count: int | None = None) -> PrintedShare:
    number = printed_number(text)
    assert number is not None
    return PrintedShare(number, count)


@st.composite
def shares(draw: st.DrawFn) -> PrintedShare:
    unit = Fraction(1, draw(st.sampled_from([1, 1, 10])))
    percentage = in_print(draw(st.integers(0, 105)) * unit, unit, True)
    return share(percentage, draw(st.none() | st.integers(0, 12)))


def holds(common: CommonBases, base: int) -> bool:
    return any(first <= base and (last is None or base <= last) for first, last in common.runs)


@given(st.lists(shares(), min_size=1, max_size=4), st.sampled_from(list(Rounding)))
def test_bases_are_those_that_trying_finds(printed: list[PrintedShare], rounding: Rounding) -> None:
    common = common_bases(printed, rounding)
    tried = possible_bases(printed, rounding, range(1, TRIED + 1))
    if common.are_all:
        assert tried == [base for base in range(1, TRIED + 1) if holds(common, base)]
    else:
        assert tried[0] == common.runs[0][0]
    assert bool(common.runs) != bool(common.conflict)
    if common.always_from is not None:
        assert not {*range(common.always_from, TRIED + 1)} - {*tried}


@given(st.lists(shares(), min_size=1, max_size=4), st.sampled_from(list(Rounding)))
def test_those_in_conflict_have_no_base_by_themselves(
    printed: list[PrintedShare], rounding: Rounding
) -> None:
    conflict = common_bases(printed, rounding).conflict
    if conflict is not None:
        counted = (
            [one for one in printed if one.count is not None]
            if conflict.low <= conflict.high
            else []
        )
        assert common_bases([*conflict.shares, *counted], rounding).conflict


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (
            [share("40%", 7704), share("17%", 3229), share("33%", 6546)],
            "40% (7,704) needs an n up to 19,503, and 33% (6,546) one from 19,541 on",
        ),
        ([share("0%", 0), share("3%", 0)], "none gives 3% (0)"),
        ([share("120%")], "none gives 120%"),
        ([share("50%", 1), share("33.4%", 2)], "none gives 33.4% (2)"),
        (
            [share("5%", 1), share("78%"), share("50%")],
            "the counts need an n from 19 to 22, and none of these makes 78% possible",
        ),
    ],
)
def test_why_there_is_none(printed: list[PrintedShare], words: str) -> None:
    conflict = common_bases([*printed], Rounding.HALF_UP).conflict
    assert conflict is not None
    assert conflict_in_words(conflict) == words


def test_no_number_is_too_large_to_be_reached() -> None:
    start = time.perf_counter()
    common = common_bases(
        [share("40%", 4 * 10**20), share("33.33%"), share("60%", 6 * 10**20)], Rounding.NEAREST
    )
    assert common.runs[0][0] > 9 * 10**20
    assert time.perf_counter() - start < 1


def test_many_decimal_places_end() -> None:
    common = common_bases(
        [share("38.81578947%"), share("25.65789474%"), share("53.28947368%")], Rounding.NEAREST
    )
    assert (common.runs, common.are_all, common.always_from) == (((152, 152),), False, 10**10)
