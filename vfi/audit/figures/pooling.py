"""The percentage of a whole against those of the groups that it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.audit.rounding import Rounding, ValueRange, before_rounding, sum_of
from vfi.numbers import grouped, in_print

if TYPE_CHECKING:
    from vfi.audit.figures.models import Figure


def is_pooled(whole_figure: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts are percentages of groups of their own, which the whole's percentage
    averages.
    """
    of_whole = whole_figure.of.base if whole_figure.of else None
    bases = [part.of.base if part.of else None for part in parts]
    return any(base is not None and base != of_whole for base in bases)


def check_pooled(
    whole_figure: Figure, parts: Sequence[Figure], rounding: Rounding, check: str
) -> FigureFinding | None:
    """Whether the groups together can have the percentage of the whole: their average, weighted by
    size.
    """
    if whole_figure.percentage is None:
        return None
    sizes = [part.of.base.count if part.of and part.of.base else None for part in parts]
    if any(not size for size in sizes):
        words = (
            f"{whole_figure.percentage.text} cannot be checked: the size of a group is not in the "
            "table."
        )
        return FigureFinding(FigureSeverity.UNCHECKED, check, whole_figure, words)
    group_sizes = [size for size in sizes if size]
    total = sum(group_sizes)
    pooled = sum_of(
        before_rounding(part.percentage.value, part.percentage.unit, rounding)
        * Fraction(size, total)
        for part, size in zip(parts, group_sizes, strict=True)
        if part.percentage
    )
    if pooled.meets(
        before_rounding(whole_figure.percentage.value, whole_figure.percentage.unit, rounding)
    ):
        return None
    return _finding(whole_figure, parts, group_sizes, pooled, check)


def _finding(
    whole_figure: Figure,
    parts: Sequence[Figure],
    sizes: Sequence[int],
    pooled: ValueRange,
    check: str,
) -> FigureFinding | None:
    if whole_figure.percentage is None:
        return None
    groups = " and ".join(
        f"{part.percentage.text} of {grouped(size)}"
        for part, size in zip(parts, sizes, strict=True)
        if part.percentage
    )
    unit = whole_figure.percentage.unit / 10
    low, high = (in_print(value // unit * unit, unit, True) for value in (pooled.low, pooled.high))
    middle = (pooled.low + pooled.high) / 2
    words = (
        f"{groups} together give {low} to {high}; {whole_figure.percentage.text} is printed for "
        "all of them."
    )
    return FigureFinding(
        FigureSeverity.FAULT,
        check,
        whole_figure,
        words,
        f"{low} to {high}",
        whole_figure.percentage.value - middle,
    )
