from __future__ import annotations

from fractions import Fraction

import pytest

from tests.audit.figures.making import audit, told
from vfi.audit.rounding import Rounding


@pytest.mark.parametrize(
    ("printed", "rounding", "sound"),
    [
        ("3 (13%)", Rounding.NEAREST, True),
        ("3 (12%)", Rounding.NEAREST, True),
        ("3 (13%)", Rounding.HALF_UP, True),
        ("3 (12%)", Rounding.HALF_UP, False),
        ("3 (12%)", Rounding.HALF_EVEN, True),
        ("3 (13%)", Rounding.HALF_EVEN, False),
        ("3 (12%)", Rounding.DOWN, True),
        ("3 (13%)", Rounding.UP, True),
        ("3 (12.5%)", Rounding.DOWN, True),
        ("3 (12.50%)", Rounding.UP, True),
        ("3 (12.4%)", Rounding.NEAREST, False),
    ],
)
def test_three_of_24_under_each_rounding(printed: str, rounding: Rounding, sound: bool) -> None:
    found = audit(f"row,printed,of\nCourt,{printed},24\n", rounding)
    assert told(found) == ([] if sound else [("fault", "follows", "Court")])


def test_what_follows_and_what_would_make_it_right() -> None:
    (finding,) = audit('row,printed,of\nOther,"6,546 (33%)","19,290"\n').findings
    assert (finding.follows, finding.off) == ("34%", Fraction(33) - Fraction(654600, 19290))
    assert "33% follows when rounded down" in finding.would_hold
    assert "of 19,290, a count of 6,270 to 6,462" in finding.would_hold


def test_a_tie_follows_both_ways() -> None:
    (finding,) = audit("row,printed,of\nCourt,3 (14%),24\n").findings
    assert finding.follows == "12% or 13%"


def test_rounded_amounts_can_explain_a_percentage() -> None:
    (finding,) = audit("row,printed,of\nRate,105%,~147 / ~141\n").findings
    assert (finding.severity, finding.follows) == ("rounded", "104%")
    assert "103.53% to 104.98%" in finding.would_hold


def test_rounded_amounts_do_not_explain_everything() -> None:
    assert told(audit("row,printed,of\nRate,106%,~147 / ~141\n")) == [("fault", "follows", "Rate")]


def test_an_impossible_percentage_names_its_neighbours() -> None:
    (finding,) = audit("row,printed,of\nAbuse,99%,58\n").findings
    assert (
        finding.words
        == "No whole number of 58 is printed as 99%: 57 of 58 is 98.28% and 58 of 58 is 100.00%."
    )
    assert (finding.follows, finding.off) == ("98%", Fraction(99) - Fraction(5700, 58))
    assert finding.would_hold == "99% is possible when rounded up; n = 67 or more makes it possible"


def test_more_than_all_of_a_count_is_impossible() -> None:
    assert told(audit("row,printed,of\nAbuse,120%,10\n")) == [("fault", "possible", "Abuse")]


def test_which_n_makes_all_of_a_base_possible() -> None:
    found = audit("row,printed,of\nQuarterly,77%,19\nBimonthly,18%,19\nMonthly,1 (5%),19\n")
    assert told(found) == [("fault", "possible", "Quarterly"), ("fault", "possible", "Bimonthly")]
    assert all("n = 22 makes all 3 percentages" in finding.would_hold for finding in found.findings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("row,printed\nA,40%\n", "the table gives no base for it"),
        ("row,printed,of\nA,33%,?\n", "its base is not printed"),
        ("row,printed,of\nA,40%,~25\n", "is not a count above 0"),
        ("row,printed,of\nA,40%,0\n", "is not a count above 0"),
        ("row,printed,of\nA,0 (40%),0\n", "its base is 0"),
    ],
)
def test_what_cannot_be_checked_is_said_and_not_counted(text: str, words: str) -> None:
    found = audit(text)
    assert [finding.severity.value for finding in found.findings] == ["unchecked"]
    assert words in found.findings[0].words
    assert not found.checks


def test_an_unprinted_base_gets_the_n_that_would_do() -> None:
    finding, _ = audit("row,printed,of\nA,33%,?\nB,67%,?\n").findings
    assert finding.severity == "unchecked"
    assert (
        finding.would_hold
        == "n = 3 is the smallest that makes all 2 percentages of this base possible; every n from "
        "100 on does"
    )


def test_an_unprinted_base_that_cannot_be_is_one_fault() -> None:
    text = (
        'row,printed,of\nCapacity,"7,704 (40%)",?\nNeeds,"3,229 (17%)",?\nOther,"6,546 (33%)",?\n'
    )
    found = audit(text)
    assert told(found) == [
        ("unchecked", "possible", "Capacity"),
        ("unchecked", "possible", "Needs"),
        ("fault", "possible", "Other"),
    ]
    assert (
        found.findings[-1].words
        == "No n is the base of 6,546 (33%) and all that share it: 40% (7,704) needs an n up to "
        "19,503, and 33% (6,546) one from 19,541 on."
    )


def test_unprinted_bases_of_two_names_are_two_bases() -> None:
    text = 'row,printed,of\nCapacity,"7,704 (40%)",? households\nOther,"6,546 (33%)",? reasons\n'
    assert told(audit(text)) == [
        ("unchecked", "possible", "Capacity"),
        ("unchecked", "possible", "Other"),
    ]
