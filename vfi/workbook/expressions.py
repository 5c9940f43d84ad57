"""Spreadsheet expressions as text, in the part of the language that Excel 2016 and LibreOffice
share.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale

# Excel compares 15 significant digits and LibreOffice 48 bits: whole numbers up to here are told
# apart by both.
LIMIT = 10**14
INSUFFICIENT_PLACE, UNDETERMINED_PLACE, INEXACT_PLACE, UNREAD_PLACE = -1, -2, -3, -4


def text(value: str) -> str:
    """A text as a literal."""
    return '"' + value.replace('"', '""') + '"'


def added(terms: Iterable[str]) -> str:
    """The sum of terms; conditions among them count as 1."""
    summands = list(terms)
    if not summands:
        return "0"
    return "+".join(summands) if len(summands) > 1 else f"{summands[0]}+0"


def every(conditions: Sequence[str]) -> str:
    """That all conditions hold."""
    return conditions[0] if len(conditions) == 1 else f"AND({','.join(conditions)})"


def times(factor: int, expression: str) -> str:
    """A whole multiple of an expression."""
    return expression if factor == 1 else f"{factor}*{expression}"


def chosen(index: str, values: Iterable[int | str]) -> str:
    """The value at an index that counts from 1."""
    return f"CHOOSE({index},{','.join(map(str, values))})"


def array(values: Iterable[int]) -> str:
    """Numbers beside each other, as a constant."""
    return "{" + ",".join(map(str, values)) + "}"


def within(cell: str, places: range, top: int) -> str:
    """That a place is one of some neighbouring places of a scale whose highest place is `top`."""
    if not places:
        return "FALSE"
    if len(places) == 1:
        return f"{cell}={places[0]}"
    if places[-1] == top:
        return f"{cell}>={places[0]}"
    return f"AND({cell}>={places[0]},{cell}<={places[-1]})"


def reaches(numerator: str, divisor: str, edge: Fraction, comparison: str) -> str:
    """A comparison of a quotient with an edge, in whole numbers: both sides multiplied out."""
    left, right = times(edge.denominator, numerator), times(edge.numerator, divisor)
    return f"{left}{comparison}{right}"


def common_denominator(values: Iterable[Fraction]) -> int:
    """The smallest number that makes all values whole when it multiplies them."""
    return math.lcm(*(value.denominator for value in values))


def scaled(scale: Scale, factor: int) -> list[int]:
    """The values of the levels times a factor that makes them whole, the lowest level first."""
    return [int(level.value * factor) for level in scale.levels]


def unit(*scales: Scale) -> int:
    """The factor that makes the values of all levels whole."""
    return common_denominator(level.value for scale in scales for level in scale.levels)
