"""Parts against their whole: do they add up, do percentages reach 100, is a part larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vfi.audit.figures.findings import Finding, Severity
from vfi.audit.figures.grim import Share, is_possible, make_up_the_whole
from vfi.audit.figures.models import HUNDREDS, Figure, FigureTables
from vfi.audit.figures.pooling import check_pooled, is_pooled
from vfi.audit.rounding import Interval, Rounding, before_rounding, sum_of
from vfi.inputs.printed import Printed, in_print
from vfi.numbers import decimal

SUM = "sum"
SUM_OF_PERCENTAGES = "sum of percentages"
WITHIN = "within"
SAME = "same"
POOLED = "pooled"

Group = Sequence[Figure]


def check_wholes(tables: FigureTables, rounding: Rounding) -> Iterator[tuple[str, Finding | None]]:
    """A check, and what it found, for every whole with its parts and every pair that is tied together."""
    for whole, parts in _groups(tables):
        yield from _of_group(whole, parts, rounding) or [(SUM, _mixed(parts))]
    for figure in tables.figures:
        if figure.within is not None:
            yield WITHIN, _within(figure, tables.at(figure.within))
        if figure.same_as is not None:
            yield SAME, _same(figure, tables.at(figure.same_as))


def _of_group(whole: Figure | None, parts: Group, rounding: Rounding) -> list[tuple[str, Finding | None]]:
    checked: list[tuple[str, Finding | None]] = []
    if whole is not None and whole.number is not None and all(part.number is not None for part in parts):
        checked.append((SUM, _sum(whole, whole.number, parts)))
    if all(part.percentage is not None for part in parts):
        checked += _percentages(whole, parts, rounding)
    return checked


def _mixed(parts: Group) -> Finding:
    words = f"The {_how_many(parts)} cannot be added up: some are numbers and some percentages."
    return Finding(Severity.UNCHECKED, SUM, parts[0], words)


def _how_many(parts: Group) -> str:
    return "1 part" if len(parts) == 1 else f"{len(parts)} parts"


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


def _sum(whole: Figure, number: Printed, parts: Group) -> Finding | None:
    quantities = [part.quantity for part in parts if part.quantity is not None]
    total = sum((quantity.value for quantity in quantities), Fraction(0))
    own = whole.quantity.interval if whole.quantity else Interval(number.value, number.value)
    if sum_of(quantity.interval for quantity in quantities).meets(own):
        return None
    unit = min(number.unit, *(quantity.number.unit for quantity in quantities))
    follows = in_print(total, unit)
    words = f"The {_how_many(parts)} of {whole.name} together are {follows}; {number.text} is printed."
    return Finding(Severity.FAULT, SUM, whole, words, follows, number.value - total)


def _percentages(whole: Figure | None, parts: Group, rounding: Rounding) -> Iterator[tuple[str, Finding | None]]:
    if whole is not None and whole.percentage is not None:
        if is_pooled(whole, parts):
            yield POOLED, check_pooled(whole, parts, rounding, POOLED)
        else:
            own = before_rounding(whole.percentage.value, whole.percentage.unit, rounding)
            yield SUM_OF_PERCENTAGES, _sum_of_percentages(whole, own, parts, rounding)
    elif whole is None or all(part.of is not None and part.of.base == whole.quantity for part in parts):
        hundred = Interval(Fraction(100), Fraction(100))
        yield SUM_OF_PERCENTAGES, _sum_of_percentages(None, hundred, parts, rounding) or _counts(parts, rounding)


def _sum_of_percentages(whole: Figure | None, own: Interval, parts: Group, rounding: Rounding) -> Finding | None:
    printed = [part.percentage for part in parts if part.percentage is not None]
    reached = sum_of(before_rounding(one.value, one.unit, rounding) for one in printed)
    if reached.meets(own):
        return None
    total = sum((one.value for one in printed), Fraction(0))
    unit = min(one.unit for one in printed)
    about = whole.percentage if whole is not None and whole.percentage else None
    expected = about.value if about else Fraction(100)
    follows, stated = in_print(total, unit, True), about.text if about else "100%"
    slack = max(abs(reached.low - total), abs(reached.high - total))
    words = (
        f"The percentages of the {_how_many(parts)} add up to {follows}, not {stated}; "
        f"rounding explains at most {decimal(slack)} point{'' if slack == 1 else 's'}."
    )
    return Finding(Severity.FAULT, SUM_OF_PERCENTAGES, whole or parts[0], words, follows, expected - total)


def _counts(parts: Group, rounding: Rounding) -> Finding | None:
    """Whether whole counts exist behind the percentages of one base that is known."""
    bases = {part.of.base.count if part.of and part.of.base else None for part in parts}
    base = bases.pop() if len(bases) == 1 else None
    shares = [
        Share(part.percentage, part.quantity.count if part.quantity else None) for part in parts if part.percentage
    ]
    if base is None or not all(is_possible(share, base, rounding) for share in shares):
        return None  # nothing to add up, or each impossible percentage is told by itself
    if make_up_the_whole(shares, base, rounding):
        return None
    words = f"No whole counts that are printed as the percentages of these {_how_many(parts)} add up to {base:,}."
    return Finding(Severity.FAULT, SUM_OF_PERCENTAGES, parts[0], words)


def _within(figure: Figure, whole: Figure) -> Finding | None:
    pairs = ((figure.number, whole.number), (figure.percentage, whole.percentage))
    part, limit = next((a, b) for a, b in pairs if a is not None and b is not None)
    if part.value <= limit.value:
        return None
    words = f"{part.text} is more than {limit.text}, the whole that it is within ({whole.name})."
    return Finding(Severity.FAULT, WITHIN, figure, words, f"at most {limit.text}", part.value - limit.value)


def _same(figure: Figure, other: Figure) -> Finding | None:
    for mine, its in ((figure.number, other.number), (figure.percentage, other.percentage)):
        if mine is not None and its is not None and mine.value != its.value:
            words = (
                f"{mine.text} is printed here and {its.text} on line {other.line} ({other.name}) for the same figure."
            )
            return Finding(Severity.FAULT, SAME, figure, words, its.text, mine.value - its.value)
    return None
