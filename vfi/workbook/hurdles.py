"""Hurdles as formulas: each takes the place that it found and leaves one that is no higher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.synthesis.condition import JUDGED, RECORDED, SELECTED, Condition
from vfi.workbook.cells import Cell, Cells
from vfi.workbook.expressions import INEXACT_PLACE, added, every, within
from vfi.workbook.guards import all_hold
from vfi.workbook.inputs import places_meant
from vfi.workbook.plan import BookPlan, Key, NodeLine, place_of
from vfi.workbook.readings import RECORDED_PLACE

if TYPE_CHECKING:
    from vfi.synthesis.hurdles import Hurdle, HurdleOutcome


def hurdle_cells(line: NodeLine, plan: BookPlan) -> Cells:
    """The place that each hurdle of a node leaves, in the order declared."""
    return {
        ("after", number): _hurdle(line, plan, number, outcome)
        for number, outcome in enumerate(line.node.hurdles)
    }


def before(number: int) -> Key:
    """The cell that a hurdle limits: what the hurdle before it left, or the rule's own result."""
    return ("after", number - 1) if number else ("place", 0)


def _hurdle(line: NodeLine, plan: BookPlan, number: int, outcome: HurdleOutcome) -> Cell:
    scale, hurdle = line.node.scale, outcome.hurdle
    highest = scale.positions[hurdle.ceiling(scale)]

    def formula() -> str:
        found = line.here(*before(number))
        conditions = [
            f"{found}>=0",
            *(_holds(condition, line, plan, hurdle.node) for condition in hurdle.when),
        ]
        limited = f"IF({every(conditions)},MIN({found},{highest}),{found})"
        looked_at = ",".join(
            cells
            for condition in hurdle.when
            for cells in _looked_at(condition, line, plan, hurdle)
        )
        return f"IF(MIN({looked_at})<={INEXACT_PLACE},MIN({looked_at}),{limited})"

    return Cell(formula, place_of(line.node, outcome.after))


def _looked_at(condition: Condition, line: NodeLine, plan: BookPlan, hurdle: Hurdle) -> list[str]:
    """The cells that a condition looks at: where one is not exact, or is no level, neither is what
    it decides.
    """
    case = line.node.case
    nodes = condition.nodes(hurdle.node, plan.rubric)
    failure = condition.failure_named
    recorded = [] if failure is None else [plan.failures(failure, case)]
    return [*(plan.place(case, node) for node in nodes), *recorded]


def _holds(condition: Condition, line: NodeLine, plan: BookPlan, node: str) -> str:
    case = line.node.case
    meant = condition.nodes(node, plan.rubric)
    expressions = {
        SELECTED: f"({added(f'({_is_at(condition, one, case, plan)})' for one in meant)})",
        JUDGED: f"({added(f'({plan.place(case, one)}>=0)' for one in meant)})",
    }
    if condition.failure_named is not None:
        cells = plan.failures(condition.failure_named, case)
        expressions[RECORDED] = f"COUNTIF({cells},{RECORDED_PLACE})"
    return all_hold(list(condition.guards(case is not None)), expressions)


def _is_at(condition: Condition, node: str, case: str | None, plan: BookPlan) -> str:
    scale = plan.node(case, node).scale
    return within(plan.place(case, node), places_meant(condition, scale), len(scale.names) - 1)
