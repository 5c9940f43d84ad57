"""One step of synthesis as a query over its inputs: one module a rule."""

from __future__ import annotations

from typing import assert_never

import ibis.expr.types as ir

from vfi.relational.plan import Group, Plan
from vfi.relational.steps.bands import bands
from vfi.relational.steps.counting import counting
from vfi.relational.steps.mean import mean
from vfi.relational.steps.median import median
from vfi.relational.steps.mode import mode
from vfi.relational.steps.table import table
from vfi.relational.steps.worst_best import best, worst
from vfi.rubric.models import (
    Bands,
    Best,
    Counting,
    DecisionTable,
    Mean,
    Median,
    Mode,
    WeightedMean,
    Worst,
)

__all__ = ["by_rule"]


def by_rule(inputs: ir.Table, group: Group, plan: Plan, unit: int) -> ir.Table:  # noqa: C901 - one line a rule
    """What the rule of a group makes of the inputs that have a level.

    Args:
        inputs: the inputs of the group; their values are whole numbers of `1/unit`.
        group: the nodes and their step.
        plan: the plan of the rubric.
        unit: what one point of the scale is in those whole numbers.

    Returns:
        For each scope and node with such an input the position of the level, null where the rule
        covers none, and the exact value as numerator and denominator.
    """
    counted = inputs.filter(inputs.position.notnull())
    step = group.step
    match step:
        case Mean() | WeightedMean():
            return mean(step, counted, group, plan, unit)
        case Median():
            return median(step, counted, group, plan, unit)
        case Mode():
            return mode(step, counted, group, plan)
        case Worst():
            return worst(counted, group, plan)
        case Best():
            return best(counted, group, plan)
        case Counting():
            return counting(step, counted, group, plan)
        case DecisionTable():
            return table(step, counted, group, plan)
        case Bands():
            return bands(step, counted, group, plan, unit)
        case None:
            raise ValueError(f"{group.name} has no step")
        case _:
            assert_never(step)
