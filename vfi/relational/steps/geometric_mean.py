"""The geometric mean, decided by products of whole numbers and never by a root."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.nearest import goes_to_higher
from vfi.relational.tables import MAXIMUM, PLACE, WHOLE, as_whole, flag, whole

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan


def geometric_mean(
    step: Any, entries: ir.Table, group: NodeGroup, plan: Plan, unit: int
) -> ir.Table:
    """The level nearest to the root of the product of the values, of as many as there are.

    It passes a threshold where the product of the values passes the threshold multiplied by itself
    as often. The node has no value of its own.
    """
    values = sorted(
        {value for key in plan.scales_of_inputs(group) for value in plan.scales.values(key)}
    )
    columns = {
        f"at_{number}": entries.count(where=entries.value == value)
        for number, value in enumerate(values)
    }
    counts = entries.group_by("scope", "node").aggregate(entries=entries.count(), **columns)
    scale = plan.scales.by_key[group.scale]
    passed = []
    for index, threshold in enumerate(plan.scales.thresholds(group.scale)):
        power = _power(threshold.numerator * unit, counts.entries)
        product = _product(
            _power(value * threshold.denominator, counts[f"at_{number}"])
            for number, value in enumerate(values)
        )
        is_higher = goes_to_higher(index, scale, step.ties)
        passed.append(flag(product >= power if is_higher else product > power))
    position = reduce(lambda total, addend: total + addend, passed).cast(PLACE)
    nothing = ibis.null(PLACE).cast(WHOLE)
    return counts.select("scope", "node", position=position, numerator=nothing, denominator=nothing)


def _power(base: int, count: Any) -> Any:
    """A whole number multiplied by itself as often as a column says, by squares of squares.

    Where a database could not hold it, the product is made one that it cannot hold either, so that
    the query fails and nothing is decided by a number that is not exact.
    """
    if base == 0:
        return as_whole(flag(count == 0))
    return _product(_factors(base, count))


def _factors(base: int, count: Any) -> Iterator[Any]:
    square, step = base, 1
    while base > 1 and square <= MAXIMUM:
        yield ibis.ifelse((count // step) % 2 == 1, as_whole(whole(square)), as_whole(whole(1)))
        square, step = square * square, step * 2
    if base > 1:
        too_many = count >= step
        for factor in (MAXIMUM, 10):
            yield ibis.ifelse(too_many, as_whole(whole(factor)), as_whole(whole(1)))


def _product(factors: Iterator[Any]) -> Any:
    return reduce(
        lambda product, factor: (product * factor).cast(WHOLE), factors, as_whole(whole(1))
    )
