"""The second lowest level; of a single entry, its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.nearest import of_level, same_scale

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan


def second_worst(
    _step: object, entries: ir.Table, group: NodeGroup, plan: Plan, _unit: int
) -> ir.Table:
    """The level of the entry that is second from below, in the order of levels."""
    same_scale(group, plan)
    in_order = ibis.window(
        group_by=[entries.scope, entries.node], order_by=[entries.position, entries.child]
    )
    ranked = entries.mutate(rank=ibis.row_number().over(in_order))
    first_two = ranked.filter(ranked.rank < 2)  # ranks begin at 0
    lowest = first_two.group_by("scope", "node").aggregate(position=first_two.position.max())
    numerator, denominator = of_level(lowest.position, group, plan)
    return lowest.select("scope", "node", "position", numerator=numerator, denominator=denominator)
