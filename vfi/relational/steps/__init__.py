"""One step of synthesis as a query over its inputs: one module a rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ibis.expr.types as ir

from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import NodeGroup, Plan
from vfi.relational.steps.bands import bands
from vfi.relational.steps.counting import counting
from vfi.relational.steps.geometric_mean import geometric_mean
from vfi.relational.steps.mean import mean
from vfi.relational.steps.median import median
from vfi.relational.steps.mode import mode
from vfi.relational.steps.second_worst import second_worst
from vfi.relational.steps.table import table
from vfi.relational.steps.worst_best import best, worst

StepQuery = Callable[[Any, ir.Table, NodeGroup, Plan, int], ir.Table]

STEPS: Mapping[str, StepQuery] = {  # by the name of the rule in a rubric
    "mean": mean,
    "weighted mean": mean,
    "geometric mean": geometric_mean,
    "median": median,
    "mode": mode,
    "worst": worst,
    "best": best,
    "second worst": second_worst,
    "counting": counting,
    "table": table,
    "bands": bands,
}


def by_rule(inputs: ir.Table, group: NodeGroup, plan: Plan, unit: int) -> ir.Table:
    """What the rule of a group makes of the inputs that have a level.

    Args:
        inputs: the inputs of the group; their values are whole numbers of `1/unit`.
        group: the nodes and their step.
        plan: the plan of the rubric.
        unit: what one point of the scale is in those whole numbers.

    Returns:
        For each scope and node with such an input the position of the level, null where the rule
        covers none, and the exact value as numerator and denominator.

    Raises:
        CannotRecompute: there is no query for the rule.
    """
    if group.step is None:
        raise ValueError(f"{group.name} has no step")
    if group.step.rule not in STEPS:
        raise CannotRecompute(f"there is no query for the rule {group.step.rule}")
    entries = inputs.filter(inputs.position.notnull())
    return STEPS[group.step.rule](group.step, entries, group, plan, unit)
