"""Hurdles as formulas: each takes the place that it found and leaves one that is no higher."""

from __future__ import annotations

from typing import assert_never

from vfi.rubric.models import Condition, CountCondition, FailureCondition, Hurdle, NodeCondition
from vfi.synthesis import HurdleOutcome, ceiling
from vfi.synthesis.limiting import nodes_meant
from vfi.workbook.cells import Cell, Cells
from vfi.workbook.expressions import INEXACT_PLACE, added, every, within
from vfi.workbook.inputs import places_meant
from vfi.workbook.plan import Key, Line, Plan, place_of
from vfi.workbook.readings import RECORDED_PLACE
from vfi.workbook.rules import count_compares


def hurdle_cells(line: Line, plan: Plan) -> Cells:
    """The place that each hurdle of a node leaves, in the order declared."""
    return {
        ("after", number): _hurdle(line, plan, number, outcome)
        for number, outcome in enumerate(line.node.hurdles)
    }


def before(number: int) -> Key:
    """The cell that a hurdle limits: what the hurdle before it left, or the rule's own result."""
    return ("after", number - 1) if number else ("place", 0)


def _hurdle(line: Line, plan: Plan, number: int, outcome: HurdleOutcome) -> Cell:
    scale, hurdle = line.node.scale, outcome.hurdle

    def formula() -> str:
        found = line.here(*before(number))
        conditions = [
            f"{found}>=0",
            *(_holds(condition, line, plan, hurdle.node) for condition in hurdle.when),
        ]
        limited = f"IF({every(conditions)},MIN({found},{scale.positions[ceiling(hurdle, scale)]}),{found})"
        looked_at = ",".join(
            cells
            for condition in hurdle.when
            for cells in _looked_at(condition, line, plan, hurdle)
        )
        return f"IF(MIN({looked_at})<={INEXACT_PLACE},MIN({looked_at}),{limited})"

    return Cell(formula, place_of(line.node, outcome.after))


def _looked_at(condition: Condition, line: Line, plan: Plan, hurdle: Hurdle) -> list[str]:
    """The cells that a condition looks at: where one is not exact, or is no level, neither is what
    it decides.
    """
    case = line.node.case
    if isinstance(condition, FailureCondition):
        return [plan.failures(condition.failure, case)]
    if isinstance(condition, NodeCondition):
        return [plan.place(case, condition.node)]
    return [plan.place(case, node) for node in nodes_meant(condition, hurdle.node, plan.rubric)]


def _holds(condition: Condition, line: Line, plan: Plan, node: str) -> str:
    case = line.node.case
    match condition:
        case NodeCondition():
            return _is_at(condition, condition.node, case, plan)
        case CountCondition():
            meant = nodes_meant(condition, node, plan.rubric)
            found = added(f"({_is_at(condition, one, case, plan)})" for one in meant)
            judged = added(f"({plan.place(case, one)}>=0)" for one in meant)
            return count_compares(condition, f"({found})", f"({judged})")
        case FailureCondition():
            cells = plan.failures(condition.failure, case)
            needed = condition.cases if case is None else 1
            return f"COUNTIF({cells},{RECORDED_PLACE})>={needed}"
        case _:
            assert_never(condition)


def _is_at(
    condition: NodeCondition | CountCondition, node: str, case: str | None, plan: Plan
) -> str:
    scale = plan.node(case, node).scale
    return within(plan.place(case, node), places_meant(condition, scale), len(scale.names) - 1)
