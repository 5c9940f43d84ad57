"""How much room text needs before it is set, from the widths of the letters of the report's
typeface.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from vfi.reporting.long_words import LONGEST_WHOLE

MILLIMETRES_A_POINT = 25.4 / 72
PAGE_WIDTH = 166.0  # millimetres between the margins of an A4 page
# Widths in ems of the bold Source Sans 3, rounded up; an accented letter is as wide as the letter
# below the accent.
WIDTHS = {
    0.35: "iljI.,:;'|!()[]/\\- f‘’",
    0.45: "rst“”",
    0.53: "cvxyz0123456789",
    0.58: "abdeghknopquAEFJLSTVXYZ",
    0.69: "CDGHNOQUØÐ&",
    0.79: "w",
    0.87: "m",
    0.93: "MW@%…—©¼½¾ÆŒæœ",
}
BY_LETTER = {letter: width for width, letters in WIDTHS.items() for letter in letters}
OTHER, WIDE = 0.64, 1.1
LAST_NARROW = 0xFF


def width_in_ems(text: str) -> float:
    """How wide a text is at most, in multiples of its size."""
    return sum(_width(letter) for letter in text)


def width_in_millimetres(text: str, points: float) -> float:
    """How wide a text is at most at a size in points."""
    return width_in_ems(text) * points * MILLIMETRES_A_POINT


def longest_word(texts: Iterable[str], points: float) -> float:
    """The width in millimetres of the longest word, which is not broken unless it is very long."""
    words = (word[:LONGEST_WHOLE] for text in texts for word in re.split(r"[\s-]+", text))
    return max((width_in_millimetres(word, points) for word in words), default=0.0)


def shortened(text: str, room: float) -> str:
    """As much of a text as there is room for, in ems, with an ellipsis where something is left out.

    It ends after a word, unless that would leave less than half of what there is room for.
    """
    if width_in_ems(text) <= room:
        return text
    kept = text
    while kept and width_in_ems(kept + "…") > room:
        kept = kept[:-1]
    whole_words = kept.rsplit(" ", 1)[0]
    if text[len(kept) : len(kept) + 1] != " " and 2 * len(whole_words) >= len(kept):
        kept = whole_words
    return kept.rstrip() + "…"


@cache
def _width(letter: str) -> float:
    base = normalize("NFD", letter)[0]
    return (
        BY_LETTER.get(letter)
        or BY_LETTER.get(base)
        or (OTHER if ord(base) <= LAST_NARROW else WIDE)
    )
