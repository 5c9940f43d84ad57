"""Numbers as a document prints them: the value, and how far its digits reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

SPACES = " \u00a0\u2009\u202f"
"""The signs between thousands where no comma is: a space, one that does not break, a thin one,
one that is both.
"""
CURRENCIES = "£$€"
MULTIPLES = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
MULTIPLES |= {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NUMBER = re.compile(
    rf"""
    (?P<sign>[-−+]?)(?P<currency>[{CURRENCIES}]?)
    (?P<whole>\d{{1,3}}(?:,\d{{3}}){{1,6}}|\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,6}}|\d{{1,18}})
    (?:\.(?P<decimals>\d{{1,15}}))?
    (?:[{SPACES}]?(?P<multiple>{"|".join(MULTIPLES)})\b)?
    (?:[{SPACES}]?(?P<percent>%|per[{SPACES}]?cent\b))?
    """,
    re.ASCII | re.VERBOSE | re.IGNORECASE,
)
SHORT_MULTIPLES = ("k", "m")
"""Letters that are a multiple of money only: 5m may be five metres."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number in print.

    Attributes:
        text: the number as it stands, such as `7,704` or `2.7%`.
        value: what it says; 2.7 for `2.7%`.
        unit: what its last digit counts: 1 for `7,704`, 1/10 for `2.7%`.
        is_percentage: whether a percent sign, or "per cent", follows it.
        is_amount: whether it is money or a number of thousands and more, which are rounded to what
            is printed.
    """

    text: str
    value: Fraction
    unit: Fraction
    is_percentage: bool
    is_amount: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is printed as a whole number."""
        return self.unit == 1


def printed_number(text: str) -> Printed | None:
    """The number that a text is, as documents print them; None when it is none.

    Thousands may have commas or spaces between them. Money has its sign before it, and a multiple
    such as £1.2m or 1.2 million counts in what its last digit stands for.
    """
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    multiple_word, currency = (match["multiple"] or "").lower(), match["currency"]
    if multiple_word in SHORT_MULTIPLES and not currency:
        return None
    if match["percent"] and (multiple_word or currency):
        return None
    decimals = match["decimals"] or ""
    multiple = MULTIPLES.get(multiple_word, 1)
    digits = "".join(sign for sign in match["whole"] if sign.isdigit()) + (
        f".{decimals}" if decimals else ""
    )
    value = Fraction(digits) * (-multiple if match["sign"] in ("-", "−") else multiple)
    unit = Fraction(multiple, 10 ** len(decimals))
    return Printed(
        text.strip(), value, unit, bool(match["percent"]), bool(multiple_word or currency)
    )
