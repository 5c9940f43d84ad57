"""Rules that only look at the sum of the judgements, on scales whose levels lie equally far apart.

There a count vector is as good as its sum in levels, so that the cheapest way to each result is
known at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeVar

from vfi.synthesis.outcome import Input, Outcome
from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from vfi.robustness.search.counts import Cost, Counts
    from vfi.synthesis.scale import Scale

ResultT = TypeVar("ResultT")


def looks_at_sum(step: Rule) -> bool:
    """Whether the rule of a step needs no more of judgements than how many they are and their
    sum.
    """
    return isinstance(step, NumberRule) and step.adds_values


def spacing(scale: Scale) -> Fraction | None:
    """How far apart neighbouring levels lie; None where that differs."""
    gaps = {above.value - below.value for below, above in pairwise(scale.levels)}
    return gaps.pop() if len(gaps) == 1 else None


def outcome_of_sum(
    step: Rule, judgement_scale: Scale, scale: Scale, total: Fraction, judged: int, missing: int
) -> Outcome:
    """What a step that looks at sums makes of so many judgements that add up to a total.

    Args:
        step: a step without minimum coverage.
        judgement_scale: the scale of the judgements.
        scale: the scale of the rating.
        total: the sum of the values of those that have a level.
        judged: how many those are.
        missing: how many have none.
    """
    if step.stands_in is not None:
        total += missing * judgement_scale.by_name[step.stands_in].value
        judged += missing
    if judged == 0:
        return Outcome("insufficient evidence")
    value = total if step.quantity == "sum" else total / judged
    return synthesise(step, [Input("", judgement_scale.bottom.name, value, judgement_scale)], scale)


def cost_of_sum(counts: Counts, cost: Cost) -> tuple[Sequence[int], Sequence[int]]:
    """By number of changes: the most levels that they can take off the sum, and the most that they
    can add.
    """
    top = len(counts) - 1
    down = [level for level in range(top, -1, -1) for _ in range(counts[level])]
    up = [top - level for level in range(top + 1) for _ in range(counts[level])]
    if cost == "steps":
        return range(sum(down) + 1), range(sum(up) + 1)
    return [*accumulate(down, initial=0)], [*accumulate(up, initial=0)]


def fewest(reach: tuple[Sequence[int], Sequence[int]], difference: int) -> int:
    """The fewest changes that change a sum by a difference, which must be possible."""
    down, up = reach
    return bisect_left(down, -difference) if difference < 0 else bisect_left(up, difference)


def counts_with_sum(counts: Counts, difference: int, cost: Cost) -> Counts:
    """A count vector with the sum changed by a difference at the least cost; in steps, each
    judgement once in turn.
    """
    direction = 1 if difference > 0 else -1
    levels = sorted(
        (level for level, count in enumerate(counts) for _ in range(count)), reverse=direction < 0
    )
    end = len(counts) - 1 if direction > 0 else 0
    remaining = abs(difference)
    while remaining:
        for position, level in enumerate(levels):
            room = abs(end - level)
            move = min(room, remaining, 1 if cost == "steps" else room)
            levels[position] += direction * move
            remaining -= move
    return tuple(levels.count(level) for level in range(len(counts)))


def runs_of(
    result: Callable[[int], ResultT], first: int, last: int
) -> Iterator[tuple[int, int, ResultT]]:
    """The runs of equal results from a first number to a last, for results that never come back
    once they have gone.
    """
    while first <= last:
        run_result = result(first)
        end = (
            bisect_left(
                range(first, last + 1), True, key=lambda number: result(number) != run_result
            )
            + first
            - 1
        )
        yield first, end, run_result
        first = end + 1
