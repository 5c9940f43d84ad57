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


def rounded(value: Fraction, decimals: int) -> Fraction:
    """The nearest number with so many decimal places; a half goes away from zero."""
    scaled = abs(value) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(units if value >= 0 else -units, 10**decimals)


def decimal(
    value: Fraction | int, decimals: int = PLACES, landmarks: Iterable[Fraction | int] = ()
) -> str:
    """A number for reading: at most so many decimal places, without closing zeros.

    Args:
        value: the number.
        decimals: the most decimal places where no landmark asks for more.
        landmarks: numbers, such as thresholds and extremes, on whose own side the printed number
            has to stay.
    """
    text = fixed(value, decimals, landmarks)
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(value: Fraction | int, decimals: int, landmarks: Iterable[Fraction | int] = ()) -> str:
    """A number for a column of numbers: just so many decimal places, and more where a landmark asks
    for them.
    """
    exact_value = Fraction(value)
    other_landmarks = [Fraction(landmark) for landmark in landmarks if landmark != exact_value]
    while rounded(exact_value, decimals) in (
        rounded(landmark, decimals) for landmark in other_landmarks
    ):
        decimals += 1
    return _written(rounded(exact_value, decimals), decimals)


def exact(
    value: Fraction | int, decimals: int = PLACES, landmarks: Iterable[Fraction | int] = ()
) -> str:
    """A number for reading, with its fraction beside it where the decimal places do not hold all of
    it.
    """
    text = decimal(value, decimals, landmarks)
    return text if Fraction(text) == value else f"{text} ({value})"


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
    decimals: int = 0,
    landmarks: Iterable[Fraction] = (),
    signed: bool = False,
) -> str:
    """A share of one as a percentage; never 0% of some, nor 100% of less than all.

    Args:
        share: from 0 to 1, or a difference of shares; a float is taken for what it is, to the last
            bit.
        decimals: the decimal places where no landmark asks for more.
        landmarks: shares on whose own side the printed percentage has to stay; none and all always
            are.
        signed: whether a share above none is printed with a plus sign, as a change is.
    """
    exact_share = Fraction(share)
    limits = [landmark * PERCENT for landmark in (*SHARE_LIMITS, *landmarks)]
    value = exact_share * PERCENT
    finest = decimals + MORE_PLACES
    if 0 < exact_share < 1 and rounded(value, finest) in (0, PERCENT):
        edge = Fraction(1, 10**finest)
        if exact_share < Fraction(1, 2):
            return f"under {_written(edge, finest)}%"
        return f"over {_written(PERCENT - edge, finest)}%"
    sign = "+" if signed and exact_share > 0 else ""
    return f"{sign}{_grouped_digits(fixed(value, decimals, limits))}%"


def short_percent(
    share: Fraction | float, decimals: int = PLACES, landmarks: Iterable[Fraction] = ()
) -> str:
    """A share of one as a percentage for reading: at most so many decimal places, without closing
    zeros.
    """
    digits = percent(share, decimals, landmarks).removesuffix("%")
    return f"{digits.rstrip('0').rstrip('.') if '.' in digits else digits}%"


def exact_percent(
    share: Fraction, decimals: int = PLACES, landmarks: Iterable[Fraction] = ()
) -> str:
    """A share of one as a percentage, with its fraction beside it where the decimal places do not
    hold all of it: `50%`, `33.3% (1/3)`.
    """
    if rounded(share * PERCENT, decimals) == share * PERCENT:
        return short_percent(share, decimals, landmarks)
    return f"{percent(share, decimals, landmarks)} ({share})"


def points(difference: Fraction | float, decimals: int) -> str:
    """A difference of shares in percentage points; no difference that is one is said to be none."""
    return fixed(Fraction(difference) * PERCENT, decimals, (0,))


def points_at_most(difference: Fraction | float, decimals: int) -> str:
    """A difference of shares in percentage points, rounded up: it is no more than that."""
    unit = Fraction(1, 10**decimals)
    return fixed(-(-Fraction(difference) * PERCENT // unit) * unit, decimals)


def change(value: Fraction, decimals: int) -> str:
    """A number that something is off by: with its sign, and as many more places as it takes not to
    be nothing.
    """
    return ("-" if value < 0 else "+") + _grouped_digits(decimal(abs(value), decimals, (0,)))


def change_in_points(value: Fraction, decimals: int) -> str:
    """A number of percentage points that something is off by: `+1 point`, `-2.5 points`."""
    text = change(value, decimals)
    return f"{text} {'point' if text in ('+1', '-1') else 'points'}"


def in_print(value: Fraction, unit: Fraction, percentage: bool = False) -> str:
    """A value that is a multiple of `unit`, in the form in which a document prints it; the document
    has rounded it, to all and none too.
    """
    decimals = len(str(unit.denominator)) - 1
    return _grouped_digits(_written(value, decimals)) + ("%" if percentage else "")


def nearest_float(value: Fraction) -> float:
    """The float next to a number, for programs that read one; nothing is decided by it."""
    return float(value)


def grouped(number: int) -> str:
    """A whole number with its digits in groups of three: `7,704`."""
    return f"{number:,}"


def or_none(number: int) -> str:
    """A whole number in a sentence, where 0 is `none`."""
    return grouped(number) if number else "none"


def span(first: int, last: int) -> str:
    """The whole numbers from one to another: `274 to 276`, or `274` alone."""
    return grouped(first) if first == last else f"{grouped(first)} to {grouped(last)}"


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
    return f"{grouped(number)} {named(number, noun, plural)}"


def part_of(number: int, total: int, noun: str, plural: str = "") -> str:
    """A number of so many things: `1 of 1 judgement`, `1 of 19 judgements`."""
    return f"{out_of(number, total)} {named(total, noun, plural)}"


def out_of(number: int, total: int) -> str:
    """A number of so many: `1,509 of 1,585`."""
    return f"{grouped(number)} of {grouped(total)}"


def named(number: int | Fraction, singular: str, plural: str = "") -> str:
    """The word that goes with a number of things, a noun or a verb: `has` with 1, `have` with none
    and with 2.
    """
    return singular if number == 1 else plural or f"{singular}s"


def _grouped_digits(text: str) -> str:
    """A number that is written already, with the digits before its point in groups of three."""
    integer, point, digits = text.partition(".")
    return f"{'-' if integer.startswith('-') else ''}{grouped(abs(int(integer)))}{point}{digits}"


def _written(value: Fraction, decimals: int) -> str:
    digits = str(abs(value.numerator) * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    integer, fraction = (digits[:-decimals], "." + digits[-decimals:]) if decimals else (digits, "")
    return f"{'-' if value < 0 else ''}{integer}{fraction}"
