"""Which n would make every percentage possible that shares a base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.audit.figures.common import MOST_TRIED, CommonBases, Conflict, Run, common_bases
from vfi.audit.figures.grim import PrintedShare
from vfi.audit.figures.models import Figure, FigureTables, Of
from vfi.numbers import grouped, span

if TYPE_CHECKING:
    from vfi.audit.rounding import Rounding

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class SharedBase:
    """The percentages that share a base, and the n that would make all of them possible.

    Attributes:
        figures: the figures, in the order of the file.
        shares: the percentage of each, with its count where one is printed; empty where one of them
            has a numerator that is no count, or the base is none.
        common: the n; None where there are no shares.
    """

    figures: tuple[Figure, ...]
    shares: tuple[PrintedShare, ...]
    common: CommonBases | None

    @property
    def conflict(self) -> Conflict | None:
        """Why no n makes all of them possible; None where one does, or may."""
        return None if self.common is None else self.common.conflict

    @property
    def culprit(self) -> Figure | None:
        """The later of the figures that have no base in common, at which that is told."""
        if self.conflict is None:
            return None
        pairs = zip(self.figures, self.shares, strict=True)
        return [figure for figure, share in pairs if share in self.conflict.shares][-1]

    @property
    def in_words(self) -> str:
        """Which n would make all of them possible; "" where there are no counts to tell it from."""
        if self.common is None:
            return ""
        if self.conflict is not None:
            return f"no n makes {self.of_all} possible: {conflict_in_words(self.conflict)}"
        if not self.common.runs:
            return (
                f"no n was found that makes {self.of_all} possible, among the "
                f"{grouped(MOST_TRIED)} smallest"
            )
        always = (
            ""
            if self.common.always_from is None
            else f"; every n from {grouped(self.common.always_from)} on does"
        )
        if not self.common.are_all:
            return (
                f"n = {grouped(self.common.runs[0][0])} is the smallest that makes {self.of_all} "
                f"possible{always}"
            )
        *before, last = [_run_in_words(run) for run in self.common.runs]
        return (
            f"n = {' or '.join([', '.join(before), last] if before else [last])} makes "
            f"{self.of_all} possible"
        )

    @property
    def of_all(self) -> str:
        """The percentages as a noun."""
        return "it" if len(self.shares) == 1 else f"all {len(self.shares)} percentages of this base"


class Bases:
    """The bases of a file, each with the percentages that share it; what is found for one is
    kept.
    """

    def __init__(self, tables: FigureTables, rounding: Rounding) -> None:
        self.rounding = rounding
        self._figures: dict[Key, list[Figure]] = {}
        self._known: dict[Key, SharedBase] = {}
        for figure in tables.figures:
            if figure.of is not None and figure.percentage is not None:
                self._figures.setdefault(_key(figure, figure.of), []).append(figure)

    def of(self, figure: Figure) -> SharedBase:
        """The base of a figure whose percentage is of something, with all percentages that share
        it.
        """
        key = _key(figure, figure.of or Of(None))
        if key not in self._known:
            self._known[key] = self._shared(self._figures[key])
        return self._known[key]

    def _shared(self, figures: Sequence[Figure]) -> SharedBase:
        base = figures[0].of.base if figures[0].of else None
        shares = tuple(share for figure in figures if (share := _share(figure)) is not None)
        if len(shares) < len(figures) or (base is not None and base.count is None):
            return SharedBase(tuple(figures), (), None)
        return SharedBase(tuple(figures), shares, common_bases(shares, self.rounding))


def conflict_in_words(conflict: Conflict) -> str:
    """Why no n is possible, such as: 40% (7,704) needs an n up to 19,503, and 33% (6,546) one from
    19,541 on.
    """
    names = [
        share.percentage.text + ("" if share.count is None else f" ({grouped(share.count)})")
        for share in conflict.shares
    ]
    low, high = conflict.low, conflict.high
    if low <= high:
        return (
            f"the counts need an n from {grouped(low)} to {grouped(high)}, and none of these makes "
            f"{' and '.join(names)} possible"
        )
    if len(names) == 1:
        return f"none gives {names[0]}"
    return f"{names[0]} needs an n up to {grouped(high)}, and {names[1]} one from {grouped(low)} on"


def _share_in_words(share: PrintedShare) -> str:
    return (
        share.percentage.text
        if share.count is None
        else f"{share.percentage.text} ({grouped(share.count)})"
    )


def _key(figure: Figure, of: Of) -> Key:
    if of.base:
        return figure.table, of.base
    return figure.table, of.unprinted, "" if of.unprinted else figure.column


def _share(figure: Figure) -> PrintedShare | None:
    numerator = figure.of.numerator if figure.of else None
    if figure.percentage is None or (numerator is not None and numerator.count is None):
        return None
    return PrintedShare(figure.percentage, None if numerator is None else numerator.count)


def _run_in_words(run: Run) -> str:
    first, last = run
    if last is None:
        return f"{grouped(first)} or more"
    return span(first, last)
