from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Any

import pytest

from vfi.inputs.tables.kinds import (
    DATE,
    DIVISOR,
    IDENTIFIER_CELL,
    NAME,
    NUMBER,
    PROSE,
    CellKind,
    Mistake,
    several_names,
)


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


SEVERAL = several_names("ids, with spaces between them")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (PROSE, "as it  is", "as it  is"),
        (NAME, "red", "red"),
        (IDENTIFIER_CELL, "E1.2_a-b", "E1.2_a-b"),
        (DATE, "31/07/2025", "2025-07-31"),
        (DATE, "2025", "2025"),
        (NUMBER, "-12.50", Fraction(-25, 2)),
        (NUMBER, ".5", Fraction(1, 2)),
        (NUMBER, "2/6", Fraction(1, 3)),
        (DIVISOR, "-1", Fraction(-1)),
        (SEVERAL, "a  b", ("a", "b")),
    ],
)
def test_what_a_cell_says(kind: CellKind[Any], text: str, value: object) -> None:
    assert kind.read([text], None) == ({text: value}, {})


@pytest.mark.parametrize(
    ("kind", "text", "expected", "hint"),
    [
        (IDENTIFIER_CELL, "two words", "an id of letters", ""),
        (DATE, "2025-02-30", "a date such as", ""),
        (DATE, "March 2025", "a date such as", "write 2025-03"),
        (NUMBER, "1,000", "a number such as", "nothing between thousands"),
        (NUMBER, "1e3", "a number such as", ""),
        (NUMBER, "1/0", "a number such as", ""),
        (DIVISOR, "0.0", "a number other than 0", ""),
        (DIVISOR, "none", "a number such as", ""),
    ],
)
def test_what_is_told_of_a_cell_that_says_something_else(
    kind: CellKind[Any], text: str, expected: str, hint: str
) -> None:
    values, mistakes = kind.read([text], None)
    (mistake,) = mistakes[text]
    assert text not in values
    assert mistake.found == f'"{text}"'
    assert mistake.expected.startswith(expected)
    assert hint in mistake.hint


def test_a_known_word_is_read_as_the_member_that_it_names() -> None:
    values, mistakes = NAME.read(["red", "gren"], tuple(Colour))
    assert values["red"] is Colour.RED
    assert mistakes == {"gren": (Mistake('"gren"', "one of red, green", 'did you mean "green"?'),)}


def test_each_of_several_names_that_is_not_known_is_told() -> None:
    values, mistakes = SEVERAL.read(["a x y", "a"], {"a": 1, "b": 2})
    assert values["a x y"] == ("a", "x", "y")
    assert [mistake.found for mistake in mistakes["a x y"]] == ['"x"', '"y"']
    assert "a" not in mistakes
