"""Figures that are withheld: what is printed beside them still has to fit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.audit.figures.cells import LIMITLESS
from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.audit.rounding import Rounding, ValueRange, before_rounding, sum_of
from vfi.numbers import in_print
from vfi.problems import listed

if TYPE_CHECKING:
    from vfi.audit.figures.models import Figure


def check_sum(whole: Figure, parts: Sequence[Figure], check: str) -> FigureFinding | None:
    """Whether parts, some of them withheld, can add up to a whole that may be withheld itself."""
    printed = [part.quantity for part in parts if part.quantity is not None]
    total = sum((quantity.value for quantity in printed), Fraction(0))
    own, reached = (
        whole.number_range,
        sum_of(part.number_range for part in parts if part.number_range is not None),
    )
    unit = min((quantity.number.unit for quantity in printed), default=Fraction(1))
    shown, stated = in_print(total, unit), whole.number.text if whole.number else whole.printed
    if own is None or not reached.meets(own):
        least = in_print(reached.low, unit)
        span = (
            f"at least {least}"
            if reached.high >= LIMITLESS
            else f"{least} to {in_print(reached.high, unit)}"
        )
        words = (
            f"The parts of {whole.name} together are {span}, those included that are withheld; "
            f"{stated} is printed."
        )
        return FigureFinding(FigureSeverity.FAULT, check, whole, words, span)
    if reached.high < LIMITLESS and own.high < LIMITLESS:
        return None
    if whole.number is None:
        words = (
            f"{whole.name} is withheld ({whole.printed}); its parts that are printed add up to "
            f"{shown}."
        )
    else:
        left = in_print(whole.number.value - total, unit)
        words = f"{left} of {stated} is left for what is withheld: {_names(parts)}."
    return FigureFinding(FigureSeverity.UNCHECKED, check, whole, words)


def check_percentages(
    whole: Figure | None,
    expected: ValueRange,
    parts: Sequence[Figure],
    rounding: Rounding,
    check: str,
) -> FigureFinding | None:
    """Whether percentages, some of them withheld, can add up to that of their whole."""
    printed = [part.percentage for part in parts if part.percentage is not None]
    gaps = [part.percentage_gap for part in parts if part.percentage_gap is not None]
    reached = sum_of(
        [*(before_rounding(each.value, each.unit, rounding) for each in printed), *gaps]
    )
    total = sum((each.value for each in printed), Fraction(0))
    shown = in_print(total, min((each.unit for each in printed), default=Fraction(1)), True)
    stated = whole.percentage.text if whole is not None and whole.percentage else "100%"
    about = whole or parts[0]
    if not reached.meets(expected):
        words = (
            f"The percentages that are printed add up to {shown}, and with those withheld cannot "
            f"be {stated}."
        )
        return FigureFinding(FigureSeverity.FAULT, check, about, words)
    if reached.high < LIMITLESS:
        return None
    words = (
        f"The percentages that are printed add up to {shown}; {stated} less that is left for "
        f"{_names(parts)}."
    )
    return FigureFinding(FigureSeverity.UNCHECKED, check, about, words)


def check_within(
    part: ValueRange, limit: ValueRange, figure: Figure, whole: Figure, check: str
) -> FigureFinding | None:
    """Whether a part can lie within its whole, where one of them is withheld."""
    if part.low > limit.high:
        words = (
            f"{figure.printed} is more than {whole.printed}, the whole that it is within "
            f"({whole.name})."
        )
        return FigureFinding(FigureSeverity.FAULT, check, figure, words, f"at most {whole.printed}")
    return None if part.high <= limit.low else _unchecked(figure, whole, check)


def check_same(
    values: ValueRange, other_values: ValueRange, figure: Figure, other: Figure, check: str
) -> FigureFinding | None:
    """Whether two prints of one figure can be the same, where one of them is withheld."""
    if values.meets(other_values):
        return _unchecked(figure, other, check)
    words = (
        f"{figure.printed} is printed here and {other.printed} on line {other.line} ({other.name}) "
        "for the same figure."
    )
    return FigureFinding(FigureSeverity.FAULT, check, figure, words, other.printed)


def _unchecked(figure: Figure, other: Figure, check: str) -> FigureFinding:
    words = (
        f"{figure.printed} cannot be held against {other.printed} ({other.name}): one of them is "
        "withheld."
    )
    return FigureFinding(FigureSeverity.UNCHECKED, check, figure, words)


def _names(parts: Sequence[Figure]) -> str:
    return listed(f"{part.name} ({part.printed})" for part in parts if part.withheld is not None)
