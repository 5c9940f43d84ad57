"""How a number is said, told once for every output: decimals, exact values, percentages, ordinals
and counts.

Every number here is rounded half up from its exact fraction (a half goes away from zero, as in a
spreadsheet), and no number is said to be on, or past, a landmark that it has not reached: a mean of
298/199 beside a threshold of 1.5 is 1.497, not 1.50. Where the digits asked for would say so, more
are given: as many as tell it from the landmark, printed with the same digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

PLACES = 4
PERCENT = Fraction(100)
SHARE_LIMITS = (Fraction(0), Fraction(1))
CELL_PLACES = 6
CELL_COLUMNS = ("decimal", "numerator", "denominator")
# A share so near to none or to all that even these do not tell them apart is "under" or "over".
MORE_PLACES = 4


def rounded(value: Fraction, places: int) -> Fraction:
    """The nearest number with so many decimal places; a half goes away from zero."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**places)


def decimal(
    value: Fraction | int, places: int = PLACES, landmarks: Iterable[Fraction | int] = ()
) -> str:
    """A number for reading: at most so many decimal places, without closing zeros.

    Args:
        value: the number.
        places: the most decimal places where no landmark asks for more.
        landmarks: numbers, such as thresholds and extremes, on whose own side the printed number
            has to stay.
    """
    text = fixed(value, places, landmarks)
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(value: Fraction | int, places: int, landmarks: Iterable[Fraction | int] = ()) -> str:
    """A number for a column of numbers: just so many decimal places, and more where a landmark asks
    for them.
    """
    exact_value = Fraction(value)
    others = [Fraction(landmark) for landmark in landmarks if landmark != exact_value]
    while rounded(exact_value, places) in (rounded(landmark, places) for landmark in others):
        places += 1
    return _written(rounded(exact_value, places), places)


def exact(
    value: Fraction | int, places: int = PLACES, landmarks: Iterable[Fraction | int] = ()
) -> str:
    """A number for reading, with its fraction beside it where the decimal places do not hold all of
    it.
    """
    shown = decimal(value, places, landmarks)
    return shown if Fraction(shown) == value else f"{shown} ({value})"


def cells(
    value: Fraction | int | None, landmarks: Iterable[Fraction | int] = ()
) -> tuple[str, str, str]:
    """A number as cells of a CSV file, see `CELL_COLUMNS`: a decimal for reading, and exactly in
    two whole numbers.

    A fraction in one cell, such as 3/2, is what spreadsheets make a date of. Empty cells where
    there is no number.
    """
    if value is None:
        return ("", "", "")
    exact_value = Fraction(value)
    return (
        fixed(value, CELL_PLACES, landmarks),
        str(exact_value.numerator),
        str(exact_value.denominator),
    )


def percent(
    share: Fraction | float,
    places: int = 0,
    landmarks: Iterable[Fraction] = (),
    signed: bool = False,
) -> str:
    """A share of one as a percentage; never 0% of some, nor 100% of less than all.

    Args:
        share: from 0 to 1, or a difference of shares; a float is taken for what it is, to the last
            bit.
        places: the decimal places where no landmark asks for more.
        landmarks: shares on whose own side the printed percentage has to stay; none and all always
            are.
        signed: whether a share above none is printed with a plus sign, as a change is.
    """
    exact_share = Fraction(share)
    limits = [landmark * PERCENT for landmark in (*SHARE_LIMITS, *landmarks)]
    value = exact_share * PERCENT
    most = places + MORE_PLACES
    if 0 < exact_share < 1 and rounded(value, most) in (0, PERCENT):
        edge = Fraction(1, 10**most)
        if exact_share < Fraction(1, 2):
            return f"under {_written(edge, most)}%"
        return f"over {_written(PERCENT - edge, most)}%"
    sign = "+" if signed and exact_share > 0 else ""
    return f"{sign}{fixed(value, places, limits)}%"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `13th`."""
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def count_of(number: int, noun: str, plural: str = "") -> str:
    """A number of things: `1 criterion`, `2 criteria`, `7,704 cases`; the plural is noun + s where
    none is given.
    """
    return f"{number:,} {named(number, noun, plural)}"


def part_of(number: int, whole: int, noun: str, plural: str = "") -> str:
    """A number of so many things: `1 of 1 judgement`, `1 of 19 judgements`."""
    return f"{number:,} of {count_of(whole, noun, plural)}"


def named(number: int, one: str, several: str = "") -> str:
    """The word that goes with a number of things, a noun or a verb: `has` with 1, `have` with none
    and with 2.
    """
    return one if number == 1 else several or f"{one}s"


def _written(value: Fraction, places: int) -> str:
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole, decimals = (digits[:-places], "." + digits[-places:]) if places else (digits, "")
    return f"{'-' if value < 0 else ''}{whole}{decimals}"
