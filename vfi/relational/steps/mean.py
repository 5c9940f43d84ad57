"""The mean of the values, with or without weights: a sum and a number, never divided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis.expr.types as ir

from vfi.relational.steps.nearest import nearest_level
from vfi.relational.tables import whole

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan
    from vfi.synthesis.rules.mean import Mean
    from vfi.synthesis.rules.weighted_mean import WeightedMean


def mean(
    step: Mean | WeightedMean, entries: ir.Table, group: NodeGroup, plan: Plan, unit: int
) -> ir.Table:
    """The level nearest to the mean; what is missing leaves its weight to the others in
    proportion.
    """
    sums = entries.group_by("scope", "node").aggregate(
        points=(entries.weight * entries.value).sum(),
        weights=entries.weight.sum(),
    )
    denominator = sums.weights * whole(unit)
    return sums.select(
        scope=sums.scope,
        node=sums.node,
        position=nearest_level(sums.points, denominator, group, plan, step.ties),
        numerator=sums.points,
        denominator=denominator,
    )
