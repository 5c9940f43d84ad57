"""Counting rules: the first row whose counts are all as it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.conditions import at_levels, holds
from vfi.relational.steps.nearest import of_level
from vfi.relational.tables import PLACE, both

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan
    from vfi.synthesis.count import Count
    from vfi.synthesis.rules.counting import Counting


def counting(
    step: Counting, entries: ir.Table, group: NodeGroup, plan: Plan, _unit: int
) -> ir.Table:
    """The level of the first row that holds."""
    columns: dict[str, Any] = {}
    for i, row in enumerate(step.rows):
        for j, condition in enumerate(row.when):
            columns[f"judged_{i}_{j}"] = entries.count(where=_meant(condition, entries))
            columns[f"found_{i}_{j}"] = entries.count(where=_found(condition, entries, group, plan))
    counts = entries.group_by("scope", "node").aggregate(**columns)
    branches = [
        (
            both(
                holds(condition, counts[f"found_{i}_{j}"], counts[f"judged_{i}_{j}"])
                for j, condition in conditions
            ),
            ibis.literal(plan.scales.position(group.scale, row.rating), type=PLACE),
        )
        for i, row in enumerate(step.rows)
        for conditions in [list(enumerate(row.when))]
    ]
    return first_of(branches, step.otherwise, counts, group, plan)


def first_of(
    branches: list[tuple[Any, Any]],
    otherwise: str | None,
    counts: ir.Table,
    group: NodeGroup,
    plan: Plan,
) -> ir.Table:
    """The level of the first branch whose condition holds, else of `otherwise`, else none."""
    fallback = (
        ibis.null(PLACE) if otherwise is None else plan.scales.position(group.scale, otherwise)
    )
    chosen = counts.select(
        "scope", "node", position=ibis.cases(*branches, else_=fallback).cast(PLACE)
    )
    numerator, denominator = of_level(chosen.position, group, plan)
    return chosen.select("scope", "node", "position", numerator=numerator, denominator=denominator)


def _meant(condition: Count, entries: ir.Table) -> Any:
    return ibis.literal(True) if condition.among is None else entries.child.isin(condition.among)


def _found(condition: Count, entries: ir.Table, group: NodeGroup, plan: Plan) -> Any:
    keys = plan.scales_of_inputs(group, condition.among)
    return both([_meant(condition, entries), at_levels(entries, condition, keys, plan)])
