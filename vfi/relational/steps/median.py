"""The middle value, or half the sum of the two middle ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.nearest import nearest_level, same_scale
from vfi.relational.tables import as_whole, whole

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan
    from vfi.synthesis.rules.median import Median


def median(step: Median, entries: ir.Table, group: NodeGroup, plan: Plan, unit: int) -> ir.Table:
    """The level nearest to the median."""
    same_scale(group, plan)
    together = ibis.window(group_by=[entries.scope, entries.node])
    in_order = ibis.window(
        group_by=[entries.scope, entries.node], order_by=[entries.value, entries.child]
    )
    ranked = entries.mutate(
        rank=ibis.row_number().over(in_order), entries=entries.count().over(together)
    )
    # Ranks begin at 0: of five entries the one with rank 2 is in the middle, of four those with
    # ranks 1 and 2.
    middle = ranked.filter(ranked.rank * 2 >= ranked.entries - 2, ranked.rank * 2 <= ranked.entries)
    sums = middle.group_by("scope", "node").aggregate(
        points=middle.value.sum(), entries=middle.count()
    )
    denominator = as_whole(sums.entries) * whole(unit)
    return sums.select(
        scope=sums.scope,
        node=sums.node,
        position=nearest_level(sums.points, denominator, group, plan, step.ties),
        numerator=sums.points,
        denominator=denominator,
    )
