"""What a printed cell holds: a number, a percentage, both, or what is said in place of one.

Published statistics withhold figures in agreed ways: the shorthand of the Government Analysis
Function ("Symbols in tables": [c] confidential, [low], [x] not available, [z] not applicable), the
older signs (*, .., :, -), and bounds such as <5 or 10 to 15. Shorthand after a number ([p]
provisional, [r] revised, [note 2]) leaves it as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from vfi.audit.rounding import ValueRange
from vfi.inputs.printed import SPACES, Printed, printed_number

ROUNDED_MARK = "~"
# Characters: no printed figure has as many, and patterns take long over text without an end.
LONGEST = 200
CELL_FORMS = (
    "a number (7,704), an amount (£1.2m, ~56), a percentage (40%), both (7,704 (40%)), a bound "
    "(<5, 10 to 15) or a sign for a figure that is withheld ([c], *, ..)"
)
BOTH = re.compile(r"(?P<first>[^()]*[^()\s])\s*\((?P<second>[^()]+)\)")
SHORTHAND = re.compile(r"\[[^\[\]]{1,30}\]")
SIGNS = (
    "*",
    "**",
    ".",
    "..",
    "...",
    "....",
    "…",
    ":",
    "-",
    "–",
    "—",
    "~",
    "#",
    "/",
    "c",
    "u",
    "x",
    "z",
)
WORDS = ("n/a", "suppressed", "not available", "not applicable")
LIMITLESS = Fraction(10) ** 30
ANYTHING = ValueRange(Fraction(0), LIMITLESS)
BELOW = r"<|less than|fewer than|under|below"
AT_MOST = r"≤|<=|at most|up to"
ABOVE = r">|more than|over|above"
AT_LEAST = r"≥|>=|at least"
BOUND = re.compile(
    rf"(?:(?P<below>{BELOW})|(?P<at_most>{AT_MOST})|(?P<above>{ABOVE})|(?P<at_least>{AT_LEAST}))[{SPACES}]*(?P<number>.+)",
    re.IGNORECASE,
)
OR = re.compile(
    rf"(?P<number>.+?)[{SPACES}](?:or[{SPACES}](?:(?P<at_most>fewer|less)|(?P<at_least>more|over)))",
    re.I,
)
FROM_TO = re.compile(
    rf"(?P<first>.+?)(?:[{SPACES}]+(?:to|and)[{SPACES}]+|[{SPACES}]?[-–—][{SPACES}]?)(?P<last>.+)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Withheld:
    """What stands in place of a figure that is not printed.

    Attributes:
        number: what the number can be; None where the number is printed, or the cell has none.
        percentage: what the percentage can be, in per cent; None likewise.
        is_readable: whether it is a known way to withhold a figure; else the cell could not be
            read.
    """

    number: ValueRange | None = None
    percentage: ValueRange | None = None
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """What a cell holds; `is_rounded` tells of its number."""

    number: Printed | None = None
    percentage: Printed | None = None
    is_rounded: bool = False
    withheld: Withheld | None = None

    @property
    def number_gap(self) -> ValueRange | None:
        """What a number can be that is not printed."""
        return self.withheld.number if self.withheld else None

    @property
    def percentage_gap(self) -> ValueRange | None:
        """What a percentage can be that is not printed."""
        return self.withheld.percentage if self.withheld else None


UNREADABLE = PrintedCell(withheld=Withheld(ANYTHING, ANYTHING, is_readable=False))


def parse_cell(text: str) -> PrintedCell | None:
    """What is in a cell; None when it cannot be read."""
    if len(text) > LONGEST:
        return None
    match = BOTH.fullmatch(text)
    if match is None:
        return _one_part(text)
    first, second = _one_part(match["first"]), _one_part(match["second"])
    return None if first is None or second is None else _together(first, second)


def _one_part(text: str) -> PrintedCell | None:
    part = SHORTHAND.sub("", text).strip()
    if (text and not part) or part.lower() in (*SIGNS, *WORDS):
        return PrintedCell(withheld=Withheld(ANYTHING, ANYTHING))
    number = printed_number(part.removeprefix(ROUNDED_MARK))
    if number is None:
        return _bounded(part)
    is_rounded = part.startswith(ROUNDED_MARK)
    if number.value < 0 or (is_rounded and number.is_percentage):
        return None
    if number.is_percentage:
        return PrintedCell(percentage=number)
    return PrintedCell(number, is_rounded=is_rounded or number.is_amount)


def _bounded(text: str) -> PrintedCell | None:
    """A cell that gives one bound of its figure, or both."""
    bound = BOUND.fullmatch(text) or OR.fullmatch(text)
    if bound is not None:
        number = printed_number(bound["number"])
        side = next(name for name, words in bound.groupdict().items() if words and name != "number")
        return (
            None
            if number is None or number.value < 0
            else _withheld(_on_side(side, number), number.is_percentage)
        )
    span = FROM_TO.fullmatch(text)
    first, last = (
        (printed_number(span["first"]), printed_number(span["last"])) if span else (None, None)
    )
    if first is None or last is None or not 0 <= first.value <= last.value:
        return None
    if first.is_percentage and not last.is_percentage:
        return None
    return _withheld(ValueRange(first.value, last.value), last.is_percentage)


def _on_side(side: str, number: Printed) -> ValueRange:
    """What is on one side of a number; next to a count comes the next count."""
    is_count = number.is_whole and not number.is_percentage and not number.is_amount
    match side:
        case "below" if is_count:
            return ValueRange(Fraction(0), number.value - 1)
        case "below":
            return ValueRange(Fraction(0), number.value, includes_high=False)
        case "at_most":
            return ValueRange(Fraction(0), number.value)
        case "above" if is_count:
            return ValueRange(number.value + 1, LIMITLESS)
        case "above":
            return ValueRange(number.value, LIMITLESS, includes_low=False)
        case _:
            return ValueRange(number.value, LIMITLESS)


def _withheld(values: ValueRange, is_percentage: bool) -> PrintedCell:
    return PrintedCell(
        withheld=Withheld(percentage=values) if is_percentage else Withheld(number=values)
    )


def _together(first: PrintedCell, second: PrintedCell) -> PrintedCell | None:
    """A number and a percentage in one cell, whichever comes first; None for two of a kind."""
    for number_cell, percentage_cell in ((first, second), (second, first)):
        if (number_cell.number or number_cell.number_gap) and (
            percentage_cell.percentage or percentage_cell.percentage_gap
        ):
            is_withheld = number_cell.number_gap or percentage_cell.percentage_gap
            withheld = (
                Withheld(number_cell.number_gap, percentage_cell.percentage_gap)
                if is_withheld
                else None
            )
            return PrintedCell(
                number_cell.number, percentage_cell.percentage, number_cell.is_rounded, withheld
            )
    return None
