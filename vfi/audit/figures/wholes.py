"""Parts against their whole: do they add up, do percentages reach 100, is a part larger than its
whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vfi.audit.figures import gaps
from vfi.audit.figures.cells import ANYTHING
from vfi.audit.figures.findings import FigureFinding, FigureSeverity
from vfi.audit.figures.grim import PrintedShare, is_possible, make_up_the_whole
from vfi.audit.figures.models import HUNDREDS, Figure, FigureTables
from vfi.audit.figures.pooling import check_pooled, is_pooled
from vfi.audit.rounding import Rounding, ValueRange, before_rounding, sum_of
from vfi.numbers import count_of, decimal, grouped, in_print, named

SUM = "sum"
SUM_OF_PERCENTAGES = "sum of percentages"
WITHIN = "within"
SAME = "same"
POOLED = "pooled"

HUNDRED = ValueRange(Fraction(100), Fraction(100))
Group = Sequence[Figure]


def check_wholes(
    tables: FigureTables, rounding: Rounding
) -> Iterator[tuple[str, FigureFinding | None]]:
    """A check, and what it found, for every whole with its parts and every pair that is tied
    together.
    """
    for whole_figure, parts in _groups(tables):
        yield from _of_group(whole_figure, parts, rounding) or [(SUM, _mixed(parts))]
    for figure in tables.figures:
        if figure.within is not None:
            yield WITHIN, _within(figure, tables.at(figure.within))
        if figure.same_as is not None:
            yield SAME, _same(figure, tables.at(figure.same_as))


def _of_group(
    whole_figure: Figure | None, parts: Group, rounding: Rounding
) -> list[tuple[str, FigureFinding | None]]:
    checked: list[tuple[str, FigureFinding | None]] = []
    if whole_figure is not None and all(
        part.number_range is not None for part in (whole_figure, *parts)
    ):
        checked.append((SUM, _sum(whole_figure, parts)))
    if all(part.percentage is not None for part in parts):
        checked += _percentages(whole_figure, parts, rounding)
    elif not checked and all(
        part.percentage is not None or part.percentage_gap is not None for part in parts
    ):
        checked += _percentages_with_gaps(whole_figure, parts, rounding)
    return checked


def _mixed(parts: Group) -> FigureFinding:
    words = f"The {_how_many(parts)} cannot be added up: some are numbers and some percentages."
    return FigureFinding(FigureSeverity.UNCHECKED, SUM, parts[0], words)


def _how_many(parts: Group) -> str:
    return count_of(len(parts), "part")


def _groups(tables: FigureTables) -> Iterator[tuple[Figure | None, Group]]:
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in tables.figures:
        if figure.part_of in HUNDREDS:
            line = figure.row if figure.part_of == HUNDREDS.across else figure.column
            base = figure.of.base if figure.of else None
            groups.setdefault((figure.part_of, figure.table, line, base), []).append(figure)
        elif figure.part_of is not None:
            groups.setdefault((tables.at(figure.part_of),), []).append(figure)
    for key, parts in groups.items():
        yield (key[0] if isinstance(key[0], Figure) else None), parts


def _sum(whole_figure: Figure, parts: Group) -> FigureFinding | None:
    quantities = [part.quantity for part in parts if part.quantity is not None]
    if whole_figure.number is None or whole_figure.quantity is None or len(quantities) < len(parts):
        return gaps.check_sum(whole_figure, parts, SUM)
    total = sum((quantity.value for quantity in quantities), Fraction(0))
    if sum_of(quantity.interval for quantity in quantities).meets(whole_figure.quantity.interval):
        return None
    unit = min(whole_figure.number.unit, *(quantity.number.unit for quantity in quantities))
    follows = in_print(total, unit)
    words = (
        f"The {_how_many(parts)} of {whole_figure.name} together are {follows}; "
        f"{whole_figure.number.text} is printed."
    )
    return FigureFinding(
        FigureSeverity.FAULT, SUM, whole_figure, words, follows, whole_figure.number.value - total
    )


def _percentages(
    whole_figure: Figure | None, parts: Group, rounding: Rounding
) -> Iterator[tuple[str, FigureFinding | None]]:
    if whole_figure is not None and whole_figure.percentage is not None:
        if is_pooled(whole_figure, parts):
            yield POOLED, check_pooled(whole_figure, parts, rounding, POOLED)
        else:
            stated_range = before_rounding(
                whole_figure.percentage.value, whole_figure.percentage.unit, rounding
            )
            yield (
                SUM_OF_PERCENTAGES,
                _sum_of_percentages(whole_figure, stated_range, parts, rounding),
            )
    elif _make_up_all(whole_figure, parts):
        yield (
            SUM_OF_PERCENTAGES,
            _sum_of_percentages(None, HUNDRED, parts, rounding) or _counts(parts, rounding),
        )


def _make_up_all(whole_figure: Figure | None, parts: Group) -> bool:
    """Whether percentages are of the whole that their parts add up to, so that they reach 100%."""
    return whole_figure is None or all(
        part.of is not None and part.of.base is not None and part.of.base == whole_figure.quantity
        for part in parts
    )


def _percentages_with_gaps(
    whole_figure: Figure | None, parts: Group, rounding: Rounding
) -> Iterator[tuple[str, FigureFinding | None]]:
    if whole_figure is not None and whole_figure.percentage is not None:
        stated_range = before_rounding(
            whole_figure.percentage.value, whole_figure.percentage.unit, rounding
        )
        yield (
            SUM_OF_PERCENTAGES,
            gaps.check_percentages(whole_figure, stated_range, parts, rounding, SUM_OF_PERCENTAGES),
        )
    elif _make_up_all(whole_figure, parts):
        yield (
            SUM_OF_PERCENTAGES,
            gaps.check_percentages(None, HUNDRED, parts, rounding, SUM_OF_PERCENTAGES),
        )


def _sum_of_percentages(
    whole_figure: Figure | None, stated_range: ValueRange, parts: Group, rounding: Rounding
) -> FigureFinding | None:
    printed = [part.percentage for part in parts if part.percentage is not None]
    reached = sum_of(before_rounding(share.value, share.unit, rounding) for share in printed)
    if reached.meets(stated_range):
        return None
    total = sum((share.value for share in printed), Fraction(0))
    unit = min(share.unit for share in printed)
    about = (
        whole_figure.percentage if whole_figure is not None and whole_figure.percentage else None
    )
    expected = about.value if about else Fraction(100)
    follows, stated = in_print(total, unit, True), about.text if about else "100%"
    slack = max(abs(reached.low - total), abs(reached.high - total))
    words = (
        f"The percentages of the {_how_many(parts)} add up to {follows}, not {stated}; "
        f"rounding explains at most {decimal(slack)} {named(slack, 'point')}."
    )
    return FigureFinding(
        FigureSeverity.FAULT,
        SUM_OF_PERCENTAGES,
        whole_figure or parts[0],
        words,
        follows,
        expected - total,
    )


def _counts(parts: Group, rounding: Rounding) -> FigureFinding | None:
    """Whether whole counts exist behind the percentages of one base that is known."""
    bases = {part.of.base.count if part.of and part.of.base else None for part in parts}
    base = bases.pop() if len(bases) == 1 else None
    shares = [
        PrintedShare(part.percentage, part.quantity.count if part.quantity else None)
        for part in parts
        if part.percentage
    ]
    if base is None or not all(is_possible(share, base, rounding) for share in shares):
        return None  # nothing to add up, or each impossible percentage is told by itself
    if make_up_the_whole(shares, base, rounding):
        return None
    words = (
        f"No whole counts that are printed as the percentages of these {_how_many(parts)} add up "
        f"to {grouped(base)}."
    )
    return FigureFinding(FigureSeverity.FAULT, SUM_OF_PERCENTAGES, parts[0], words)


def _within(figure: Figure, whole_figure: Figure) -> FigureFinding | None:
    for part, limit in (
        (figure.number, whole_figure.number),
        (figure.percentage, whole_figure.percentage),
    ):
        if part is not None and limit is not None:
            if part.value <= limit.value:
                return None
            words = (
                f"{part.text} is more than {limit.text}, the whole that it is within "
                f"({whole_figure.name})."
            )
            return FigureFinding(
                FigureSeverity.FAULT,
                WITHIN,
                figure,
                words,
                f"at most {limit.text}",
                part.value - limit.value,
            )
    values, limits = _ranges(figure, whole_figure)
    return gaps.check_within(values, limits, figure, whole_figure, WITHIN)


def _same(figure: Figure, counterpart: Figure) -> FigureFinding | None:
    printed = ((figure.number, counterpart.number), (figure.percentage, counterpart.percentage))
    pairs = [(mine, its) for mine, its in printed if mine is not None and its is not None]
    for mine, its in pairs:
        if mine.value != its.value:
            words = (
                f"{mine.text} is printed here and {its.text} on line {counterpart.line} "
                f"({counterpart.name}) for the same figure."
            )
            return FigureFinding(
                FigureSeverity.FAULT, SAME, figure, words, its.text, mine.value - its.value
            )
    if pairs:
        return None
    return gaps.check_same(*_ranges(figure, counterpart), figure, counterpart, SAME)


def _ranges(figure: Figure, counterpart: Figure) -> tuple[ValueRange, ValueRange]:
    """What two figures can be, one of them withheld: their numbers, or else their percentages."""
    if figure.number_range is not None and counterpart.number_range is not None:
        return figure.number_range, counterpart.number_range
    values, other_values = (side.percentage_range for side in (figure, counterpart))
    return values or ANYTHING, other_values or ANYTHING
