"""Whether a percentage is possible at all for its n: the GRIM test.

A percentage of n people is k of n for a whole number k, so that most printed percentages are
impossible for a small n. Brown and Heathers, "The GRIM Test", Social Psychological and Personality
Science 8(4), 2017, put the question to means of whole numbers; a percentage is such a mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.audit.rounding import Rounding, ValueRange, before_rounding

if TYPE_CHECKING:
    from vfi.inputs.printed import Printed


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A printed percentage, with the count that it is of where the table gives one."""

    percentage: Printed
    count: int | None = None


def possible_counts(percentage: Printed, base: int, rounding: Rounding) -> range:
    """The whole numbers k for which k of `base` is printed as the percentage; empty when there is
    none.
    """
    return _counts(before_rounding(percentage.value, percentage.unit, rounding), base)


def nearest_shares(percentage: Printed, base: int) -> dict[int, Fraction]:
    """The counts of `base` next below and above a percentage, each with the share of one that it
    is.
    """
    below = percentage.value * base // 100
    return {count: Fraction(count, base) for count in (below, below + 1) if count <= base}


def is_possible(share: PrintedShare, base: int, rounding: Rounding) -> bool:
    """Whether a share of `base` can be printed as it is."""
    return bool(possible_bases([share], rounding, [base]))


def possible_bases(
    shares: Sequence[PrintedShare], rounding: Rounding, bases: Iterable[int]
) -> list[int]:
    """Those of `bases` for which every share is possible."""
    ranges = [
        (share.count, before_rounding(share.percentage.value, share.percentage.unit, rounding))
        for share in shares
    ]
    return [
        base
        for base in bases
        if base > 0 and all(_fits(count, exact, base) for count, exact in ranges)
    ]


def _fits(count: int | None, exact: ValueRange, base: int) -> bool:
    return bool(_counts(exact, base)) if count is None else Fraction(100 * count, base) in exact


def _counts(exact: ValueRange, base: int) -> range:
    counts = (exact * Fraction(base, 100)).integers()
    return range(max(counts.start, 0), min(counts.stop, base + 1))


def make_up_the_whole(shares: Sequence[PrintedShare], base: int, rounding: Rounding) -> bool:
    """Whether whole counts exist that give each printed share and add up to `base`."""
    ranges = [
        possible_counts(share.percentage, base, rounding)
        if share.count is None
        else range(share.count, share.count + 1)
        for share in shares
    ]
    if not all(ranges):
        return False
    return sum(counts[0] for counts in ranges) <= base <= sum(counts[-1] for counts in ranges)
