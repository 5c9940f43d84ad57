"""The lowest or the highest level of any input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis.expr.types as ir

from vfi.relational.steps.nearest import of_level, same_scale

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan


def worst(_step: object, entries: ir.Table, group: NodeGroup, plan: Plan, _unit: int) -> ir.Table:
    """The lowest level."""
    return _extreme(entries, entries.position.min(), group, plan)


def best(_step: object, entries: ir.Table, group: NodeGroup, plan: Plan, _unit: int) -> ir.Table:
    """The highest level."""
    return _extreme(entries, entries.position.max(), group, plan)


def _extreme(entries: ir.Table, position: Any, group: NodeGroup, plan: Plan) -> ir.Table:
    same_scale(group, plan)
    extreme = entries.group_by("scope", "node").aggregate(position=position)
    numerator, denominator = of_level(extreme.position, group, plan)
    return extreme.select("scope", "node", "position", numerator=numerator, denominator=denominator)
