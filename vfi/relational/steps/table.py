"""Decision tables: the first row that the levels of the children fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.conditions import in_cell
from vfi.relational.steps.counting import first_of
from vfi.relational.tables import PLACE, both, either

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan
    from vfi.synthesis.rules.table import DecisionTable


def table(
    step: DecisionTable, entries: ir.Table, group: NodeGroup, plan: Plan, _unit: int
) -> ir.Table:
    """The level of the first row of which as many cells fit as it has."""
    columns = {}
    for i, row in enumerate(step.rows):
        fits = either(
            both(
                [
                    entries.child == child,
                    in_cell(entries, cell, plan.scales_of_inputs(group, (child,)), plan),
                ]
            )
            for child, cell in row.when.items()
        )
        columns[f"fits_{i}"] = entries.count(where=fits)
    counts = entries.group_by("scope", "node").aggregate(**columns)
    branches = [
        (
            counts[f"fits_{i}"] == len(row.when),
            ibis.literal(plan.scales.position(group.scale, row.rating), type=PLACE),
        )
        for i, row in enumerate(step.rows)
    ]
    return first_of(branches, step.otherwise, counts, group, plan)
