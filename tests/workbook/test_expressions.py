from __future__ import annotations

from fractions import Fraction

import pytest

from tests.rubrics import scale
from vfi.workbook import expressions
from vfi.workbook.expressions import added, chosen, every, reaches, scaled, unit, within


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (range(0), "FALSE"),
        (range(1, 2), "B2=1"),
        (range(1, 4), "B2>=1"),
        (range(1, 3), "AND(B2>=1,B2<=2)"),
    ],
)
def test_a_place_is_among_neighbours_of_a_scale_of_four(places: range, expected: str) -> None:
    assert within("B2", places, 3) == expected


def test_a_single_condition_in_a_sum_counts_as_a_number() -> None:
    assert (added([]), added(["A1>0"]), added(["A1", "B1"])) == ("0", "A1>0+0", "A1+B1")
    assert (every(["A1>0"]), every(["A1>0", "B1>0"])) == ("A1>0", "AND(A1>0,B1>0)")


def test_a_quotient_is_held_against_an_edge_in_whole_numbers() -> None:
    assert reaches("A1", "B1", Fraction(3, 2), ">=") == "2*A1>=3*B1"


def test_values_are_made_whole_by_one_factor() -> None:
    thirds = scale((("No", 0), ("Some", "1/3"), ("All", "1/2")))
    assert unit(thirds) == 6
    assert scaled(thirds, unit(thirds)) == [0, 2, 3]
    assert chosen("A1+1", scaled(thirds, 6)) == "CHOOSE(A1+1,0,2,3)"


def test_quotation_marks_in_a_text_are_doubled() -> None:
    assert expressions.text('a "b"') == '"a ""b"""'
