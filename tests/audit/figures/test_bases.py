from __future__ import annotations

from tests.audit.figures.making import audit


def would_hold(text: str) -> str:
    return audit(text).findings[0].would_hold


def test_only_percentages_of_the_same_base_count() -> None:
    text = "row,printed,of\nA,99%,58\nB,50%,{}\n"
    assert "makes it possible" in would_hold(text.format(60))
    assert "all 2 percentages" in would_hold(text.format(58))


def test_equal_numbers_in_two_tables_are_two_bases() -> None:
    assert "makes it possible" in would_hold("table,row,printed,of\nX,A,99%,58\nY,B,98%,58\n")


def test_a_rounded_base_has_no_n() -> None:
    assert "n =" not in would_hold("row,printed,of\nA,106%,147 / ~141\n")


def test_huge_numbers_take_no_time() -> None:
    base = "999,999,999,999,999,999,999"
    found = audit(f'row,printed,of\nA,"5 (7%)","{base}"\nB,7%,"{base}"\n')
    assert [finding.figure.row for finding in found.findings] == ["A"]
    assert "of 999,999,999,999,999,999,999, a count of 65,000" in found.findings[0].would_hold


def test_a_fault_of_a_printed_base_says_why_no_other_would_do() -> None:
    text = "row,printed,of\nA,1 (50%),5\nB,1 (10%),5\n"
    words = (
        "no n makes all 2 percentages of this base possible: 50% (1) needs an n up to 2, and 10% "
        "(1) one from 10 on"
    )
    assert words in would_hold(text)
