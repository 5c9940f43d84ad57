from __future__ import annotations

from fractions import Fraction

import pytest

from tests.audit.figures.making import audit, told
from vfi.audit.rounding import Rounding


def test_parts_that_add_up() -> None:
    found = audit("row,printed,part_of\nAll,58,\nA,27,All\nB,31,All\n")
    assert not found.findings
    assert found.checks == {"sum": 1}


def test_parts_that_do_not() -> None:
    (finding,) = audit("row,printed,part_of\nAll,58,\nA,27,All\nB,30,All\n").findings
    assert (finding.check, finding.figure.row, finding.follows, finding.off) == (
        "sum",
        "All",
        "57",
        Fraction(1),
    )


@pytest.mark.parametrize(
    ("total", "sound"), [("~3", True), ("~4", True), ("~5", True), ("~6", False)]
)
def test_rounded_parts_may_miss_by_their_rounding(total: str, sound: bool) -> None:
    found = audit(f"row,printed,part_of\nAll,{total},\nA,~1,All\nB,~1,All\nC,~1,All\n")
    assert (not found.findings) is sound


@pytest.mark.parametrize(
    ("values", "rounding", "sound"),
    [
        (("33%", "33%", "33%"), Rounding.NEAREST, True),
        (("33%", "33%", "32%"), Rounding.NEAREST, False),
        (("34%", "34%", "34%"), Rounding.NEAREST, False),
        (("34%", "34%", "34%"), Rounding.UP, True),
        (("33%", "33%", "33%"), Rounding.UP, False),
        (("97%", "2.7%", "0.3%"), Rounding.NEAREST, True),
    ],
)
def test_percentages_reach_100_within_rounding(
    values: tuple[str, ...], rounding: Rounding, sound: bool
) -> None:
    lines = "".join(f"{value} {place},{value},100% down\n" for place, value in enumerate(values))
    assert (not audit(f"row,printed,part_of\n{lines}", rounding).findings) is sound


def test_percentages_across_and_down() -> None:
    found = audit(
        "row,column,printed,part_of\nA,x,40%,100% across\nA,y,60%,100% across\n"
        "B,x,70%,100% across\nB,y,40%,100% across\n"
    )
    assert told(found) == [("fault", "sum of percentages", "B")]
    assert (
        found.findings[0].words
        == "The percentages of the 2 parts add up to 110%, not 100%; rounding explains at most 1 "
        "point."
    )


def test_counts_behind_the_percentages_must_make_up_the_base() -> None:
    """99% is within rounding of 100%; but of 67 only 22 is printed as 33%, and three times 22 is
    66.
    """
    text = "row,printed,of,part_of\nA,33%,{n},100% down\nB,33%,{n},100% down\nC,33%,{n},100% down\n"
    assert told(audit(text.format(n=67))) == [("fault", "sum of percentages", "A")]
    assert not audit(text.format(n=300)).findings


def test_a_whole_with_a_percentage_of_its_own() -> None:
    text = "row,printed,part_of\nSmall,{},\n1-2,24%,Small\n3-5,41%,Small\n"
    assert ("fault", "sum of percentages", "Small") not in told(audit(text.format("66%")))
    assert ("fault", "sum of percentages", "Small") in told(audit(text.format("68%")))


def test_shares_of_a_printed_total_reach_100() -> None:
    text = "row,printed,of,part_of\nAll,10,,\nA,4 (40%),All,All\nB,6 ({}),All,All\n"
    assert not audit(text.format("60%")).findings
    assert ("fault", "sum of percentages", "A") in told(audit(text.format("70%")))


def test_shares_of_other_bases_need_not_reach_100() -> None:
    found = audit("row,printed,of,part_of\nAll,10,,\nA,4 (50%),8,All\nB,6 (60%),10,All\n")
    assert not found.findings


def test_parts_of_both_kinds_cannot_be_added() -> None:
    found = audit("row,printed,of,part_of\nAll,10 (100%),10,\nA,4,,All\nB,60%,10,All\n")
    assert told(found) == [("unchecked", "sum", "A")]


@pytest.mark.parametrize(("part", "sound"), [("20", True), ("21", False)])
def test_a_part_is_within_its_whole(part: str, sound: bool) -> None:
    assert (not audit(f"row,printed,within\nAll,20,\nA,{part},All\n").findings) is sound


def test_one_figure_printed_twice() -> None:
    (finding,) = audit('row,printed,same_as\nTable,"3,229",\nText,"3,329",Table\n').findings
    assert (finding.check, finding.off, finding.follows) == ("same", Fraction(100), "3,229")
    assert not audit('row,printed,same_as\nTable,"3,229",\nText,3229,Table\n').findings


@pytest.mark.parametrize(
    ("whole", "sound"), [("6%", True), ("7%", True), ("8%", False), ("10%", False)]
)
def test_groups_pooled(whole: str, sound: bool) -> None:
    text = (
        f'row,printed,of,part_of\nAll,{whole},"1,322",\nPolice,16%,88,All\nOthers,6%,"1,234",All\n'
    )
    assert (not audit(text).findings) is sound


def test_groups_of_unknown_size_cannot_be_pooled() -> None:
    found = audit("row,printed,of,part_of\nAll,10%,100,\nPolice,16%,~50,All\nOthers,6%,50,All\n")
    assert ("unchecked", "pooled", "All") in told(found)
