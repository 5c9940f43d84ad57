"""Count vectors: how many judgements are at each level, what it costs to come from one to another,
and all of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal

from vfi.robustness.grid import Change, Column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.int64]

Cost = Literal["steps", "judgements"]
Counts = tuple[int, ...]
BLOCK = 500_000


def costs_from(before: Counts, after: Vectors) -> dict[Cost, NDArray[Any]]:
    """What it costs to come from one count vector to each of many.

    In steps: the earth mover's distance on a line, which is the sum of the differences of the
    cumulated counts. In judgements changed by any amount: those that a level has too many of.
    """
    import numpy as np

    difference = after - np.asarray(before)
    return {
        "steps": np.abs(np.cumsum(difference[:, :-1], axis=1)).sum(axis=1),
        "judgements": np.maximum(-difference, 0).sum(axis=1),
    }


def changes_between(column: Column, after: Counts, cost: Cost) -> tuple[Change, ...]:
    """The changes that bring a column to a count vector at the least cost."""
    if cost == "steps":
        pairs = zip(_spread(column.counts), _spread(after), strict=True)
    else:
        lost = [max(count - target, 0) for count, target in zip(column.counts, after, strict=True)]
        gained = [
            max(target - count, 0) for count, target in zip(column.counts, after, strict=True)
        ]
        pairs = zip(_spread(lost), _spread(gained), strict=True)
    moved = [0] * len(after)
    changes = []
    for old, new in pairs:
        case = column.cases[old][moved[old]]
        moved[old] += 1
        if old != new:
            changes.append(
                Change(case, column.node, column.scale.names[old], column.scale.names[new])
            )
    return tuple(changes)


def _spread(counts: Sequence[int]) -> Iterator[int]:
    """Each place as often as it is counted, in order."""
    return (position for position, count in enumerate(counts) for _ in range(count))


def radius_within(total: int, levels: int, maximum: int) -> int:
    """How far counts may lie from where they are for all such vectors to be no more than so
    many.
    """
    if math.comb(total + levels - 1, levels - 1) <= maximum:
        return total
    return max(radius for radius in range(total) if (2 * radius + 1) ** (levels - 1) <= maximum)


def vectors_near(counts: Counts, total: int, radius: int) -> Iterator[Vectors]:
    """Every count vector of a total whose counts differ by at most the radius from those given, in
    blocks.
    """
    ranges = [(max(0, count - radius), min(total, count + radius)) for count in counts]
    if math.prod(high - low + 1 for low, high in ranges[:-1]) <= BLOCK:
        yield _vectors(ranges, total)
        return
    (low, high), *remaining = ranges
    for first in range(low, high + 1):
        yield _vectors([(first, first), *remaining], total)


def _vectors(ranges: Sequence[tuple[int, int]], total: int) -> Vectors:
    """Every vector with a sum whose parts lie in ranges: one column a level, grown from the
    left.
    """
    import numpy as np

    lowest = [*accumulate((low for low, _ in reversed(ranges)), initial=0)][::-1]
    highest = [*accumulate((high for _, high in reversed(ranges)), initial=0)][::-1]
    rows = np.zeros((1, 0), dtype=np.int64)
    remaining = np.full(1, total, dtype=np.int64)
    for position, (low, high) in enumerate(ranges):
        first = np.maximum(low, remaining - highest[position + 1])
        choices = np.minimum(high, remaining - lowest[position + 1]) - first + 1
        starts = np.repeat(np.cumsum(choices) - choices, choices)
        values = np.repeat(first, choices) + np.arange(choices.sum()) - starts
        rows = np.column_stack([np.repeat(rows, choices, axis=0), values])
        remaining = np.repeat(remaining, choices) - values
    return rows
