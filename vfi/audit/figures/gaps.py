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


def check_sum(whole_figure: Figure, parts: Sequence[Figure], check: str) -> FigureFinding | None:
    """Whether parts, some of them withheld, can add up to a whole that may be withheld itself."""
    printed = [part.quantity for part in parts if part.quantity is not None]
    total = sum((quantity.value for quantity in printed), Fraction(0))
    whole_range, reached = (
        whole_figure.number_range,
        sum_of(part.number_range for part in parts if part.number_range is not None),
    )
    unit = min((quantity.number.unit for quantity in printed), default=Fraction(1))
    total_text, stated = (
        in_print(total, unit),
        whole_figure.number.text if whole_figure.number else whole_figure.printed,
    )
    if whole_range is None or not reached.meets(whole_range):
        least = in_print(reached.low, unit)
        span = (
            f"at least {least}"
            if reached.high >= LIMITLESS
            else f"{least} to {in_print(reached.high, unit)}"
        )
        words = (
            f"The parts of {whole_figure.name} together are {span}, those included that are "
            f"withheld; {stated} is printed."
        )
        return FigureFinding(FigureSeverity.FAULT, check, whole_figure, words, span)
    if reached.high < LIMITLESS and whole_range.high < LIMITLESS:
        return None
    if whole_figure.number is None:
        words = (
            f"{whole_figure.name} is withheld ({whole_figure.printed}); its parts that are printed "
            f"add up to {total_text}."
        )
    else:
        remainder = in_print(whole_figure.number.value - total, unit)
        words = f"{remainder} of {stated} is left for what is withheld: {_names(parts)}."
    return FigureFinding(FigureSeverity.UNCHECKED, check, whole_figure, words)


def check_percentages(
    whole_figure: Figure | None,
    expected: ValueRange,
    parts: Sequence[Figure],
    rounding: Rounding,
    check: str,
) -> FigureFinding | None:
    """Whether percentages, some of them withheld, can add up to that of their whole."""
    printed = [part.percentage for part in parts if part.percentage is not None]
    gaps = [part.percentage_gap for part in parts if part.percentage_gap is not None]
    reached = sum_of(
        [*(before_rounding(share.value, share.unit, rounding) for share in printed), *gaps]
    )
    total = sum((share.value for share in printed), Fraction(0))
    unit = min((share.unit for share in printed), default=Fraction(1))
    total_text = in_print(total, unit, True)
    stated = (
        whole_figure.percentage.text
        if whole_figure is not None and whole_figure.percentage
        else "100%"
    )
    about = whole_figure or parts[0]
    if not reached.meets(expected):
        words = (
            f"The percentages that are printed add up to {total_text}, and with those withheld "
            f"cannot be {stated}."
        )
        return FigureFinding(FigureSeverity.FAULT, check, about, words)
    if reached.high < LIMITLESS:
        return None
    words = (
        f"The percentages that are printed add up to {total_text}; {stated} less that is left for "
        f"{_names(parts)}."
    )
    return FigureFinding(FigureSeverity.UNCHECKED, check, about, words)


def check_within(
    part: ValueRange, limit: ValueRange, figure: Figure, whole_figure: Figure, check: str
) -> FigureFinding | None:
    """Whether a part can lie within its whole, where one of them is withheld."""
    if part.low > limit.high:
        words = (
            f"{figure.printed} is more than {whole_figure.printed}, the whole that it is within "
            f"({whole_figure.name})."
        )
        return FigureFinding(
            FigureSeverity.FAULT, check, figure, words, f"at most {whole_figure.printed}"
        )
    return None if part.high <= limit.low else _unchecked(figure, whole_figure, check)


def check_same(
    values: ValueRange, other_values: ValueRange, figure: Figure, counterpart: Figure, check: str
) -> FigureFinding | None:
    """Whether two prints of one figure can be the same, where one of them is withheld."""
    if values.meets(other_values):
        return _unchecked(figure, counterpart, check)
    words = (
        f"{figure.printed} is printed here and {counterpart.printed} on line {counterpart.line} "
        f"({counterpart.name}) for the same figure."
    )
    return FigureFinding(FigureSeverity.FAULT, check, figure, words, counterpart.printed)


def _unchecked(figure: Figure, counterpart: Figure, check: str) -> FigureFinding:
    words = (
        f"{figure.printed} cannot be held against {counterpart.printed} ({counterpart.name}): one "
        "of them is withheld."
    )
    return FigureFinding(FigureSeverity.UNCHECKED, check, figure, words)


def _names(parts: Sequence[Figure]) -> str:
    return listed(f"{part.name} ({part.printed})" for part in parts if part.withheld is not None)
