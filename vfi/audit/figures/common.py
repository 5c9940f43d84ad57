"""Which whole numbers can be the base of several percentages at once, told from the numbers and not
by trying.

A count k is printed as a percentage for every n between two ends: of 7,704 people who are 40%,
there are from 19,023 to 19,503 in all. A percentage whose count is not printed is possible for
every n from some number on, at which the counts are closer together than the printed digits can
tell: 100 for whole percentages, ten times as many for each decimal place. Only below that number is
there anything to try, one n after the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice
from typing import NamedTuple

from vfi.audit.figures.grim import PrintedShare, possible_counts
from vfi.audit.rounding import Rounding, ValueRange, before_rounding

FROM_NONE_TO_ALL = ValueRange(Fraction(0), Fraction(100))

MOST_TRIED = 200_000
"""How many n are tried before the first that is possible; percentages of up to three decimal
places need fewer.
"""
MOST_RUNS = 6
"""How many runs of possible n are told one by one; of more, only the first."""

Run = tuple[int, int | None]
"""Neighbouring numbers, the first and the last; None where there is no last."""
NO_BASES: Run = (1, 0)


class Conflict(NamedTuple):
    """Why some percentages have no base in common.

    Attributes:
        shares: those in conflict. Two, where the first needs an n up to `high` and the second one
            from `low` on; one, where no n gives it at all; otherwise those without a count for
            which none from `low` to `high` will do, as the counts need.
        low: the first n that is needed.
        high: the last n that is needed, which may be below the first.
    """

    shares: tuple[PrintedShare, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class CommonBases:
    """The whole numbers that make all of some percentages possible.

    Attributes:
        runs: runs of them, the smallest first; of more than `MOST_RUNS` only the first; empty where
            none was found.
        are_all: whether these are all there are.
        always_from: a number from which on every n is possible; None where there is none.
        conflict: why there is no n; None where there is one, or where none was found among those
            tried.
    """

    runs: tuple[Run, ...]
    are_all: bool = True
    always_from: int | None = None
    conflict: Conflict | None = None


def common_bases(shares: Sequence[PrintedShare], rounding: Rounding) -> CommonBases:
    """The whole numbers that can be the base of all these percentages, and of the counts beside
    them where printed.
    """
    needed = [(share, bases_needed(share, rounding)) for share in shares]
    for share, (first, last) in needed:
        if last is not None and last < first:
            return CommonBases((), conflict=Conflict((share,), first, last))
    upper, upper_bases = max(needed, key=lambda pair: pair[1][0])
    lower, lower_bases = min(
        needed, key=lambda pair: math.inf if pair[1][1] is None else pair[1][1]
    )
    low, high = upper_bases[0], lower_bases[1]
    if high is not None and low > high:
        return CommonBases((), conflict=Conflict((lower, upper), low, high))
    return _among(low, high, [share for share in shares if share.count is None], rounding)


def bases_needed(share: PrintedShare, rounding: Rounding) -> Run:
    """The first and the last whole number that a share's count needs for its percentage; `NO_BASES`
    where none does.

    A share without a count needs no more than to be a part of a whole.
    """
    percentages = before_rounding(share.percentage.value, share.percentage.unit, rounding)
    if not share.count:
        can_be = 0 in percentages if share.count == 0 else percentages.meets(FROM_NONE_TO_ALL)
        return (1, None) if can_be else NO_BASES
    if percentages.high <= 0:
        return NO_BASES
    first = Fraction(100 * share.count) / percentages.high
    low = math.ceil(first) if percentages.includes_high else math.floor(first) + 1
    if percentages.low <= 0:
        return low, None
    last = Fraction(100 * share.count) / percentages.low
    return low, math.floor(last) if percentages.includes_low else math.ceil(last) - 1


def _among(
    low: int, high: int | None, uncounted: Sequence[PrintedShare], rounding: Rounding
) -> CommonBases:
    """Those from `low` to `high` that make percentages without a count possible."""
    enough = max(low, *(math.ceil(100 / share.percentage.unit) for share in uncounted), 1)
    last_in_doubt = enough - 1 if high is None else min(high, enough - 1)
    bases = range(low, min(last_in_doubt, low + MOST_TRIED - 1) + 1)
    are_all = len(bases) == last_in_doubt - low + 1
    possible: Iterable[Run] = (
        (base, base) for base in bases if _are_possible(uncounted, base, rounding)
    )
    if are_all and (high is None or high >= enough):
        possible = chain(possible, [(enough, high)])
    runs = tuple(islice(_joined(possible), MOST_RUNS + 1))
    always_from = enough if high is None else None
    if len(runs) > MOST_RUNS:
        return CommonBases(runs[:1], False, always_from)
    if not runs and are_all and high is not None:
        alone = [
            share
            for share in uncounted
            if not any(_are_possible([share], base, rounding) for base in bases)
        ]
        return CommonBases((), conflict=Conflict(tuple(alone[:1] or uncounted), low, high))
    return CommonBases(runs, are_all, always_from)


def _are_possible(shares: Sequence[PrintedShare], base: int, rounding: Rounding) -> bool:
    return all(possible_counts(share.percentage, base, rounding) for share in shares)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs of neighbours made one."""
    first, last = None, None
    for start, end in runs:
        if first is not None and last is not None and start == last + 1:
            last = end
            continue
        if first is not None:
            yield first, last
        first, last = start, end
    if first is not None:
        yield first, last
