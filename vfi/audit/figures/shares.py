"""A percentage against what it is of: does it follow, and is it possible at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.audit.figures.bases import Bases, SharedBase, conflict_in_words
from vfi.audit.figures.findings import FigureFinding, FigureSeverity, counted
from vfi.audit.figures.grim import PrintedShare, is_possible, nearest_shares, possible_counts
from vfi.audit.rounding import IN_WORDS, STATED, Rounding, ValueRange, as_rounded, before_rounding
from vfi.numbers import grouped, in_print, out_of, percent

if TYPE_CHECKING:
    from vfi.audit.figures.models import Figure, FigureTables, Quantity
    from vfi.inputs.printed import Printed

FOLLOWS = "follows"
POSSIBLE = "possible"


def check_shares(
    tables: FigureTables, rounding: Rounding
) -> Iterator[tuple[str, FigureFinding | None]]:
    """A check, and what it found, for every percentage that is of something."""
    bases = Bases(tables, rounding)
    for figure in tables.figures:
        percentage, of = figure.percentage, figure.of
        if percentage is None:
            continue
        if of is None:
            if figure.part_of is None and figure.same_as is None:
                yield POSSIBLE, _unchecked(figure, POSSIBLE, "the table gives no base for it")
        elif of.base is None:
            yield POSSIBLE, _of_unprinted(figure, bases.of(figure))
        elif of.numerator is None:
            yield POSSIBLE, _possible(figure, percentage, of.base, bases)
        elif of.base.value == 0:
            yield FOLLOWS, _unchecked(figure, FOLLOWS, "its base is 0")
        else:
            yield FOLLOWS, _Ratio(figure, percentage, of.numerator, of.base).finding(bases)


def _of_unprinted(figure: Figure, shared: SharedBase) -> FigureFinding:
    """What the figures that share a base that is not printed tell of it: none at all is a fault,
    told once.
    """
    base = f"its base, {figure.of.unprinted}," if figure.of and figure.of.unprinted else "its base"
    if shared.conflict is None:
        return _unchecked(figure, POSSIBLE, f"{base} is not printed", shared.in_words)
    if figure is not shared.culprit:
        return _unchecked(
            figure,
            POSSIBLE,
            f"{base} is not printed, and no one n is the base of all that share it",
        )
    words = (
        f"No n is the base of {figure.printed} and all that share it: "
        f"{conflict_in_words(shared.conflict)}."
    )
    return FigureFinding(FigureSeverity.FAULT, POSSIBLE, figure, words)


def _unchecked(figure: Figure, check: str, why: str, would_hold: str = "") -> FigureFinding:
    words = f"{figure.printed} cannot be checked: {why}."
    return FigureFinding(FigureSeverity.UNCHECKED, check, figure, words, would_hold=would_hold)


@dataclass(frozen=True, slots=True)
class _Ratio:
    """A percentage whose two numbers are known."""

    figure: Figure
    percentage: Printed
    numerator: Quantity
    base: Quantity

    @property
    def exact(self) -> Fraction:
        return 100 * self.numerator.value / self.base.value

    @property
    def reached(self) -> ValueRange | None:
        """The percentages that the unrounded quantities can give; None where both are exact."""
        over, under = self.numerator.interval, self.base.interval
        if not (self.numerator.is_rounded or self.base.is_rounded) or under.low <= 0:
            return None
        return ValueRange(100 * over.low / under.high, 100 * over.high / under.low)

    def printed(self, rounding: Rounding) -> ValueRange:
        return before_rounding(self.percentage.value, self.percentage.unit, rounding)

    def finding(self, bases: Bases) -> FigureFinding | None:
        exact, reached, unit = self.exact, self.reached, self.percentage.unit
        if exact in self.printed(bases.rounding):
            return None
        explained = reached is not None and reached.meets(self.printed(bases.rounding))
        roundings = as_rounded(exact, unit, bases.rounding)
        follows = " or ".join(in_print(value, unit, True) for value in roundings)
        words = (
            f"{self.numerator.number.text} of {self.base.number.text} is "
            f"{_shown(exact, self.percentage)}, which is printed as {follows} when "
            f"{IN_WORDS[bases.rounding]}; {self.percentage.text} is printed."
        )
        would = self._unrounded(reached) if explained and reached else self._would_follow(bases)
        severity = FigureSeverity.ROUNDED if explained else FigureSeverity.FAULT
        return FigureFinding(
            severity, FOLLOWS, self.figure, words, follows, self.percentage.value - exact, would
        )

    def _unrounded(self, reached: ValueRange) -> str:
        low, high = _shown(reached.low, self.percentage), _shown(reached.high, self.percentage)
        return (
            f"the amounts are rounded; before rounding they could give anything from {low} to "
            f"{high}"
        )

    def _would_follow(self, bases: Bases) -> str:
        ways = [way for way in STATED if self.exact in self.printed(way)]
        parts = [f"{self.percentage.text} follows when {IN_WORDS[way]}" for way in ways]
        counts = (self.printed(bases.rounding) * (self.base.value / 100)).integers()
        if self.base.count is not None and counts:
            parts.append(f"of {self.base.number.text}, a count of {counted(counts)}")
        return "; ".join(part for part in (*parts, bases.of(self.figure).in_words) if part)


def _possible(
    figure: Figure, percentage: Printed, base: Quantity, bases: Bases
) -> FigureFinding | None:
    count = base.count
    if count is None or count == 0:
        return _unchecked(figure, POSSIBLE, f"its base, {base.number.text}, is not a count above 0")
    counts = possible_counts(percentage, count, bases.rounding)
    if counts:
        return _beyond_bounds(figure, percentage, base, counts)
    near = {k: 100 * share for k, share in nearest_shares(percentage, count).items()}
    alternatives = " and ".join(
        f"{out_of(k, count)} is {_shown(value, percentage)}" for k, value in near.items()
    )
    nearest = min(
        near.values(), key=lambda value: abs(value - percentage.value), default=Fraction(100)
    )
    follows = in_print(
        as_rounded(nearest, percentage.unit, bases.rounding)[0], percentage.unit, True
    )
    share = PrintedShare(percentage)
    conventions = [
        f"{percentage.text} is possible when {IN_WORDS[way]}"
        for way in STATED
        if is_possible(share, count, way)
    ]
    would = "; ".join(part for part in (*conventions, bases.of(figure).in_words) if part)
    words = (
        f"No whole number of {grouped(count)} is printed as {percentage.text}: "
        f"{alternatives or 'all of it is 100%'}."
    )
    return FigureFinding(
        FigureSeverity.FAULT, POSSIBLE, figure, words, follows, percentage.value - nearest, would
    )


def _beyond_bounds(
    figure: Figure, percentage: Printed, base: Quantity, counts: range
) -> FigureFinding | None:
    """Whether none of the counts that give a percentage is within the bounds that are printed in
    place of one.
    """
    bounds = figure.number_range
    if bounds is None or any(count in bounds for count in counts):
        return None
    needed = counted(counts)
    words = (
        f"{percentage.text} of {base.number.text} is a count of {needed}; {figure.printed} is "
        "printed."
    )
    return FigureFinding(FigureSeverity.FAULT, POSSIBLE, figure, words, needed)


def _shown(value: Fraction, percentage: Printed) -> str:
    """A percentage with two places more than the one in print."""
    return percent(value / 100, len(str(percentage.unit.denominator)) + 1)
