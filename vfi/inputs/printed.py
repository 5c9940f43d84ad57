"""Numbers as a document prints them: the value, and how far its digits reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

NUMBER = re.compile(
    r"(?P<sign>[-−+]?)(?P<whole>\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.(?P<decimals>\d{1,15}))?\s?(?P<percent>%?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A number in print.

    Attributes:
        text: the number as it stands, such as `7,704` or `2.7%`.
        value: what it says; 2.7 for `2.7%`.
        unit: what its last digit counts: 1 for `7,704`, 1/10 for `2.7%`.
        is_percentage: whether a percent sign follows it.
    """

    text: str
    value: Fraction
    unit: Fraction
    is_percentage: bool

    @property
    def is_whole(self) -> bool:
        """Whether it is printed as a whole number."""
        return self.unit == 1


def printed_number(text: str) -> Printed | None:
    """The number that a text is, with or without commas between thousands; None when it is none."""
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    decimals = match["decimals"] or ""
    value = Fraction(match["whole"].replace(",", "") + (f".{decimals}" if decimals else ""))
    signed = -value if match["sign"] in ("-", "−") and value else value
    return Printed(text.strip(), signed, Fraction(1, 10 ** len(decimals)), bool(match["percent"]))


def in_print(value: Fraction, unit: Fraction, percentage: bool = False) -> str:
    """A value that is a multiple of `unit`, in the form in which a document prints it."""
    places = len(str(unit.denominator)) - 1
    steps = abs(value / unit)
    digits = str(steps.numerator // steps.denominator).rjust(places + 1, "0")
    whole, decimals = (digits[:-places], "." + digits[-places:]) if places else (digits, "")
    return f"{'-' if value < 0 else ''}{int(whole):,}{decimals}{'%' if percentage else ''}"
