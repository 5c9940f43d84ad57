from __future__ import annotations

from typing import Any

import pytest

from vfi.inputs.tables.kinds import CellKind
from vfi.study.claim_cells import (
    BOUNDED_LEVEL,
    CHANGE_OF_TWO,
    COUNTED,
    NUMBER_IN_PRINT,
    ONE_COUNT,
    ONE_LEVEL,
    PERCENTAGE_IN_PRINT,
    SEVERAL_IN_PRINT,
    SHARE_OF_TWO,
    WHOLE_IN_PRINT,
    ClaimedLevel,
)

LEVELS = ("Low", "Middle", "High")


@pytest.mark.parametrize(
    ("kind", "text", "levels"),
    [
        (ONE_LEVEL, "Low", ("Low",)),
        (BOUNDED_LEVEL, "Low", ("Low",)),
        (BOUNDED_LEVEL, "at least Middle", ("Middle", "High")),
        (BOUNDED_LEVEL, "at most Middle", ("Low", "Middle")),
        (COUNTED, "Low", ()),
    ],
)
def test_levels_that_words_mean(
    kind: CellKind[ClaimedLevel], text: str, levels: tuple[str, ...]
) -> None:
    assert kind.read([text], LEVELS).values[text] == ClaimedLevel(text, levels)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (ONE_LEVEL, "at least Low", "one level"),
        (ONE_LEVEL, "Lw", 'one of Low, Middle, High, or "at least"'),
        (BOUNDED_LEVEL, "over Low", 'one of Low, Middle, High, or "at least"'),
        (COUNTED, "levels", "one of Low, Middle, High"),
        (NUMBER_IN_PRINT, "ten", "a number such as"),
        (WHOLE_IN_PRINT, "5%", "a whole number"),
        (WHOLE_IN_PRINT, "1.5", "a whole number"),
        (PERCENTAGE_IN_PRINT, "0.5", "a percentage"),
        (CHANGE_OF_TWO, "10", "two numbers"),
        (CHANGE_OF_TWO, "0 10", "a number other than 0"),
        (SHARE_OF_TWO, "10 0", "a number other than 0"),
        (SEVERAL_IN_PRINT, "10", "two numbers or more"),
        (SEVERAL_IN_PRINT, "10 about", "two numbers or more"),
        (ONE_COUNT, "10 20", "a whole number above 0"),
        (ONE_COUNT, "0", "a whole number above 0"),
        (ONE_COUNT, "10%", "a whole number above 0"),
    ],
)
def test_what_is_told_of_a_cell_that_says_something_else(
    kind: CellKind[Any], text: str, expected: str
) -> None:
    (mistake,) = kind.read([text], LEVELS).mistakes[text]
    assert mistake.found == f'"{text}"'
    assert mistake.expected.startswith(expected)


def test_spaces_that_do_not_break_stand_between_thousands() -> None:
    text = "21\u00a0170 24\u202f940"
    numbers = CHANGE_OF_TWO.read([text], None).values[text]
    assert [number.value for number in numbers] == [21170, 24940]
