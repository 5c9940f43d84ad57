"""The kinds of cells that only `claims.csv` has: levels with a bound, and numbers as printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from vfi.inputs.printed import Printed, printed_number
from vfi.inputs.tables.kinds import DIVISOR_FORM, NAME, CellKind, CellValues, Mistake, Words, each
from vfi.problems import listed, nearest, quoted
from vfi.synthesis.scale import BOUNDS, levels_meant

NUMBER_FORM = "a number such as 10, 52% or 1.5"
WHOLE_FORM = "a whole number"
PERCENTAGE_FORM = "a percentage such as 52%"
ONE_LEVEL_HINT = 'put "at least" or "at most" in relation'


class ClaimedLevel(NamedTuple):
    """What a level cell says: its words, and the levels that they mean; none where it is something
    else that is counted.
    """

    words: str = ""
    levels: tuple[str, ...] = ()


def _bounded_level(text: str, names: Collection[str]) -> ClaimedLevel | Mistake:
    bound = next((bound for bound in BOUNDS if text.startswith(bound)), "")
    name = text.removeprefix(bound)
    if name in names:
        return ClaimedLevel(text, levels_meant(text, tuple(names)))
    expected = f'one of {listed(names)}, or "at least" or "at most" and one of them'
    return Mistake(quoted(text), expected, nearest(name, names))


def _one_level(text: str, names: Collection[str]) -> ClaimedLevel | Mistake:
    level = _bounded_level(text, names)
    if isinstance(level, Mistake) or text in names:
        return level
    return Mistake(quoted(text), "one level", ONE_LEVEL_HINT)


def _levels(
    parse: Callable[[str, Collection[str]], ClaimedLevel | Mistake],
) -> CellKind[ClaimedLevel]:
    def read(texts: Collection[str], words: Words) -> CellValues[ClaimedLevel]:
        if words is None:
            return CellValues({text: ClaimedLevel(text) for text in texts})
        return each(lambda text: parse(text, words))(texts, words)

    return CellKind(read, ClaimedLevel())


def _counted(texts: Collection[str], words: Words) -> CellValues[ClaimedLevel]:
    values, mistakes = NAME.read(texts, words)
    return CellValues({text: ClaimedLevel(str(part)) for text, part in values.items()}, mistakes)


BOUNDED_LEVEL = _levels(_bounded_level)
"""A level, or all from or up to one."""
ONE_LEVEL = _levels(_one_level)
"""A level alone."""
COUNTED = CellKind(_counted, ClaimedLevel())
"""What of a study is counted, in the column of levels."""


def _is_whole(number: Printed) -> bool:
    return number.is_whole and not number.is_percentage


def _printed(expected: str, fits: Callable[[Printed], bool]) -> CellKind[Printed | None]:
    """A number in print that fits."""

    def parse(text: str) -> Printed | Mistake:
        number = printed_number(text)
        return number if number is not None and fits(number) else Mistake(quoted(text), expected)

    return CellKind(each(parse), None, expected, is_prose=True)


NUMBER_IN_PRINT = _printed(NUMBER_FORM, lambda _: True)
WHOLE_IN_PRINT = _printed(WHOLE_FORM, _is_whole)
PERCENTAGE_IN_PRINT = _printed(PERCENTAGE_FORM, lambda number: number.is_percentage)


def _several_printed(
    expected: str,
    fits: Callable[[Sequence[Printed]], bool],
    divisor: int | None = None,
) -> CellKind[tuple[Printed, ...]]:
    """Numbers in print with spaces between them.

    Args:
        expected: what should be there.
        fits: whether these are as many numbers, and of the kind, that the claim reckons with.
        divisor: the position of the number that the claim divides by.
    """

    def parse(text: str) -> tuple[Printed, ...] | Mistake:
        # A plain space alone divides numbers: the others may stand between thousands.
        numbers = [printed_number(word) for word in text.split(" ") if word]
        readable = tuple(number for number in numbers if number is not None)
        if len(readable) < len(numbers) or not fits(readable):
            return Mistake(quoted(text), expected)
        if divisor is not None and readable[divisor].value == 0:
            return Mistake(quoted(text), DIVISOR_FORM)
        return readable

    return CellKind(each(parse), (), expected, is_prose=True)


TWO_FORM = "two numbers with spaces between them"
CHANGE_OF_TWO = _several_printed(TWO_FORM, lambda numbers: len(numbers) == 2, divisor=0)
SHARE_OF_TWO = _several_printed(TWO_FORM, lambda numbers: len(numbers) == 2, divisor=1)
SEVERAL_IN_PRINT = _several_printed(
    "two numbers or more with spaces between them", lambda numbers: len(numbers) > 1
)
ONE_COUNT = _several_printed(
    "a whole number above 0",
    lambda numbers: len(numbers) == 1 and _is_whole(numbers[0]) and numbers[0].value > 0,
)
