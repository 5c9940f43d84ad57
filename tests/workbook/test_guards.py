from __future__ import annotations

from fractions import Fraction

import pytest

from vfi.synthesis.decision import CONSTANT, Guard
from vfi.workbook.guards import all_hold, holds, sides

CELLS = {"sum": "A1", "over": "B1"}


@pytest.mark.parametrize(
    ("guard", "condition"),
    [
        (Guard({"sum": 2, "over": -3}), "2*A1>=3*B1"),
        (Guard({"sum": 1, "over": Fraction(-3, 2)}, strict=True), "2*A1>3*B1"),
        (Guard({"sum": 1, CONSTANT: -2}), "A1>=2"),
        (Guard({"sum": -1}), "0>=A1"),
    ],
)
def test_what_is_taken_away_stands_on_the_other_side_in_whole_numbers(
    guard: Guard, condition: str
) -> None:
    assert holds(guard, CELLS) == condition


def test_all_of_no_guards_hold() -> None:
    assert all_hold([], CELLS) == "TRUE"
    two = [Guard({"sum": 1}), Guard({"over": 1}, strict=True)]
    assert all_hold(two, CELLS) == "AND(A1>=0,B1>0)"


def test_both_sides_are_multiplied_by_the_same_number() -> None:
    assert sides({"sum": Fraction(1, 2), "over": Fraction(-1, 3)}, CELLS) == ("3*A1", "2*B1")
