"""Which results a criterion can be brought to by changes of its judgements, and at what cost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Any

from vfi.robustness.limits import VECTORS_AT_ONCE
from vfi.robustness.search.counts import (
    Cost,
    Counts,
    changes_between,
    costs_from,
    radius_within,
    vectors_near,
)
from vfi.robustness.search.signatures import signatures
from vfi.robustness.search.sums import (
    cost_of_sum,
    counts_with_sum,
    fewest,
    looks_at_sum,
    outcome_of_sum,
    runs_of,
    spacing,
)
from vfi.synthesis.outcome import Input, Outcome
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vfi.robustness.grid import Change, Column
    from vfi.robustness.search.counts import Vectors
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

Result = tuple[str | None, Fraction | None]
Target = Counts | int
COSTS: tuple[Cost, ...] = ("steps", "judgements")


@dataclass(frozen=True, slots=True)
class Reach:
    """The results that a node can be brought to.

    Attributes:
        results: per result (rating and value) the least cost, or the chance, and what the counts
            are then: the vector itself, or by how many levels their sum has changed.
        horizon: the cost up to which no result is left out; None where none is at all.
    """

    results: Mapping[Result, tuple[float, Target]]
    horizon: int | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A node that cases are judged on.

    Attributes:
        column: its judgements.
        step: the step that rates it.
        scale: the scale of its rating.
        scored: whether the value is seen above it, and not the rating alone.
        vectors: how many ways to spread its judgements over the levels may be looked at.
    """

    column: Column
    step: Rule
    scale: Scale
    scored: bool
    vectors: int = VECTORS_AT_ONCE

    @property
    def adds_up(self) -> bool:
        """Whether the judgements are as good as their sum in levels, so that no spread has to be
        looked at.
        """
        return looks_at_sum(self.step) and spacing(self.column.scale) is not None

    @property
    def is_covered(self) -> bool:
        """Whether enough cases have a level for the node to have one."""
        return self._covers(sum(self.column.counts), len(self.column.missing))

    def _covers(self, judged: int, missing: int) -> bool:
        least, every = self.step.minimum_coverage, judged + missing
        return least is None or every == 0 or Fraction(judged, every) >= least

    def redrawn(self, counts: Counts) -> Result:
        """The result for other cases: how many are at each level and, last, how many are
        missing.
        """
        *judged, missing = counts
        return (
            self.result_of(tuple(judged), missing)
            if self._covers(sum(judged), missing)
            else (None, None)
        )

    def changes(self, target: Target, cost: Cost) -> tuple[Change, ...]:
        """The changes that bring the judgements to a target."""
        counts = (
            counts_with_sum(self.column.counts, target, cost) if isinstance(target, int) else target
        )
        return changes_between(self.column, counts, cost)

    def reach(self) -> dict[Cost, Reach]:
        """Every result that changes of judgements can bring about; insufficient evidence stays as
        it is.
        """
        counts = self.column.counts
        if not self.is_covered:
            return dict.fromkeys(COSTS, Reach({(None, None): (0, counts)}))
        if not any(counts):
            return dict.fromkeys(
                COSTS, Reach({self.result_of(counts, len(self.column.missing)): (0, counts)})
            )
        if self.adds_up:
            return self._by_sum()
        return self._by_counts()

    def filled(self) -> Reach:
        """Every result that is possible once the insufficient evidence takes some level, at no
        cost.
        """
        column, empty, levels = self.column, len(self.column.missing), len(self.column.counts)
        by_signature: dict[int, Result] = {}
        radius = radius_within(empty, levels, self.vectors)
        if not any(column.counts) and not empty:
            return Reach({(None, None): (0, column.counts)})
        # From where all gaps take one level, every way to fill them is near enough, or there are
        # too many: then those near each level are looked at, the extreme ones among them.
        corners = [
            tuple(empty * (position == end) for position in range(levels)) for end in range(levels)
        ]
        within = [corners[0]] if radius >= empty else corners
        for block in chain.from_iterable(vectors_near(near, empty, radius) for near in within):
            vectors = block + column.counts
            for signature, row in _first_of_each(self.signatures(vectors)):
                if signature not in by_signature:
                    by_signature[signature] = self.result_of(_counts(vectors, row), 0)
        results = dict.fromkeys(by_signature.values(), (0, column.counts))
        return Reach(results, None if radius >= empty else -1)

    def _by_sum(self) -> dict[Cost, Reach]:
        runs = list(self.results_of_sums())
        reaches: dict[Cost, Reach] = {}
        for cost in COSTS:
            reach = cost_of_sum(self.column.counts, cost)
            cheapest: dict[Result, tuple[int, Target]] = {}
            for first, last, result in runs:
                difference = max(first, min(last, 0))
                spent = fewest(reach, difference)
                if result not in cheapest or spent < cheapest[result][0]:
                    cheapest[result] = (spent, difference)
            reaches[cost] = Reach(cheapest)
        return reaches

    def results_of_sums(self) -> Iterator[tuple[int, int, Result]]:
        """The results for the sums that so many judgements can have: from which difference to which
        there is one.
        """
        judgement_scale, counts = self.column.scale, self.column.counts
        judged, missing, step = sum(counts), len(self.column.missing), self.step.uncovered
        current_sum = sum(position * count for position, count in enumerate(counts))
        gap = spacing(judgement_scale) or Fraction(0)

        def result(difference: int) -> Result:
            total = judged * judgement_scale.bottom.value + gap * (current_sum + difference)
            return self._result(
                outcome_of_sum(step, judgement_scale, self.scale, total, judged, missing)
            )

        first, last = -current_sum, judged * (len(counts) - 1) - current_sum
        if self.scored or not step.rises:
            yield from (
                (difference, difference, result(difference))
                for difference in range(first, last + 1)
            )
        else:
            yield from runs_of(result, first, last)

    def _by_counts(self) -> dict[Cost, Reach]:
        counts, missing = self.column.counts, len(self.column.missing)
        radius = radius_within(sum(counts), len(counts), self.vectors)
        cheapest: dict[Cost, dict[Result, tuple[int, Target]]] = {cost: {} for cost in COSTS}
        by_signature: dict[int, Result] = {}
        for block in vectors_near(counts, sum(counts), radius):
            marks = self.signatures(block + self.filled_with(missing))
            for cost, spent_by_row in costs_from(counts, block).items():
                for signature, row in _first_of_each(marks, spent_by_row):
                    if signature not in by_signature:
                        by_signature[signature] = self.result_of(_counts(block, row), missing)
                    spent, result = int(spent_by_row[row]), by_signature[signature]
                    if result not in cheapest[cost] or spent < cheapest[cost][result][0]:
                        cheapest[cost][result] = (spent, _counts(block, row))
        horizon = None if radius >= sum(counts) else radius
        return {cost: Reach(results, horizon) for cost, results in cheapest.items()}

    def signatures(self, counts: Vectors) -> NDArray[Any]:
        """A number per count vector, the same only where the result is."""
        return signatures(self.step, self.column.scale, self.scale, counts, self.scored)

    def filled_with(self, missing: int) -> Counts:
        """How often insufficient evidence counts as each level, where so many cases have none."""
        stands_in = self.step.stands_in
        return tuple(missing * (name == stands_in) for name in self.column.scale.names)

    def result_of(self, counts: Counts, missing: int) -> Result:
        """The result for a count vector with so many missing, whatever coverage is asked for."""
        judgement_scale, step = self.column.scale, self.step.uncovered
        if looks_at_sum(step):
            total = sum(
                (
                    level.value * count
                    for level, count in zip(judgement_scale.levels, counts, strict=True)
                ),
                Fraction(0),
            )
            return self._result(
                outcome_of_sum(step, judgement_scale, self.scale, total, sum(counts), missing)
            )
        levels = [
            level
            for level, count in zip(judgement_scale.levels, counts, strict=True)
            for _ in range(count)
        ]
        inputs = [
            Input(f"{number:06}", level.name, level.value, judgement_scale)
            for number, level in enumerate(levels)
        ]
        inputs += [
            Input(f"missing {number}", None, None, judgement_scale) for number in range(missing)
        ]
        return self._result(synthesise(step, inputs, self.scale))

    def _result(self, outcome: Outcome) -> Result:
        return (
            outcome.rating,
            outcome.value if self.scored and outcome.rating is not None else None,
        )


def _counts(block: Vectors, row: int) -> Counts:
    return tuple(block[row].tolist())


def _first_of_each(
    marks: NDArray[Any], costs: NDArray[Any] | None = None
) -> Iterator[tuple[int, int]]:
    """Each mark once with the row that it first stands in, or where costs are given, the cheapest
    such row.
    """
    import numpy as np

    if costs is None:
        distinct, first = np.unique(marks, return_index=True)
        yield from zip(distinct.tolist(), first.tolist(), strict=True)
        return
    distinct, inverse = (
        (np.arange(marks.max() + 1), marks)
        if _are_small(marks)
        else np.unique(marks, return_inverse=True)
    )
    size = len(distinct)
    cheapest = np.full(size, np.iinfo(np.int64).max)
    np.minimum.at(cheapest, inverse, costs.astype(np.int64) * len(marks) + np.arange(len(marks)))
    for code in np.flatnonzero(cheapest < np.iinfo(np.int64).max).tolist():
        yield distinct[code], int(cheapest[code] % len(marks))


def _are_small(marks: NDArray[Any]) -> bool:
    return marks.dtype != object and int(marks.min()) >= 0 and int(marks.max()) <= len(marks) + 1024
