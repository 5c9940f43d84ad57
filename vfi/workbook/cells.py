"""What a cell of the workbook holds: a formula, and the engine's own result of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vfi.workbook.plan import Key


@dataclass(frozen=True, slots=True)
class Cell:
    """A formula and its cached value.

    Attributes:
        formula: makes the formula, once every cell has its place.
        cached: what the formula results in with the judgements of the study.
        is_array: whether the formula has to be entered as an array formula.
    """

    formula: Callable[[], str]
    cached: int | float | str
    is_array: bool = False


Cells = dict[Key, Cell]


@dataclass(frozen=True, slots=True)
class Quotient:
    """A number as the quotient of two whole ones, which no spreadsheet rounds.

    Attributes:
        numerator: the formula of the one above.
        divisor: the formula of the one below.
        cached: both, with the judgements of the study.
        largest: a bound of both for any judgements; None where none is known beforehand.
        is_array: whether the numerator has to be entered as an array formula.
    """

    numerator: Callable[[], str]
    divisor: Callable[[], str]
    cached: tuple[int, int]
    largest: int | None
    is_array: bool = False
