"""Ordered levels, and the short ways to name them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic import ValidationError

from tests.rubrics import scale


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([("Low", 0), ("High", 0)], "Low with the value 0 before High with 0"),
        ([("Low", 1), ("Middle", 3), ("High", 2)], "Middle with the value 3 before High with 2"),
        ([("Low", 0), ("Low", 1)], 'the level "Low" twice'),
        ([("Low", 0), ("Insufficient EVIDENCE", 1)], 'a level named "Insufficient EVIDENCE"'),
        ([("undetermined", 0), ("High", 1)], 'a level named "undetermined"'),
        ([("Low", 0)], "at least 2 items"),
    ],
)
def test_levels_rise_and_are_each_there_once(levels: list[tuple[str, int]], words: str) -> None:
    with pytest.raises(ValidationError) as error:
        scale(levels)
    assert words in error.value.errors()[0]["msg"]


def test_a_scale_knows_its_ends_its_places_and_where_one_level_goes_over_into_the_next() -> None:
    three = scale([("Low", 0), ("Middle", 1), ("High", 4)])
    assert (three.bottom.name, three.top.name) == ("Low", "High")
    assert three.names == ("Low", "Middle", "High")
    assert three.positions == {"Low": 0, "Middle": 1, "High": 2}
    assert three.thresholds == (Fraction(1, 2), Fraction(5, 2))
    assert three.by_name["High"].value == 4


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Adequate", ("Adequate",)),
        ("at least Adequate", ("Adequate", "Good", "Excellent")),
        ("at most Adequate", ("Poor", "Adequate")),
        ("at least Excellent", ("Excellent",)),
        ("at most Excellent", ("Poor", "Adequate", "Good", "Excellent")),
        ("at least", ()),
        ("Decent", ()),
        ("at least Decent", ()),
    ],
)
def test_levels_are_meant_by_name_or_from_one_of_them_on(words: str, meant: tuple[str]) -> None:
    assert scale().meant(words) == meant


def test_a_code_is_the_shortest_beginning_that_no_other_level_has() -> None:
    names = ["Poor", "Partly good", "Good", "good enough"]
    levels = [(name, place) for place, name in enumerate(names)]
    assert scale(levels).codes == {
        "Poor": "Po",
        "Partly good": "Pa",
        "Good": "Good",
        "good enough": "good ",
    }


def test_a_level_whose_code_is_one_sign_has_that_one() -> None:
    assert scale().codes == {"Poor": "P", "Adequate": "A", "Good": "G", "Excellent": "E"}
