"""The rows of a rule's decision as formulas: which of them applies, and the place that it gives."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vfi.problems import UserError
from vfi.synthesis.rule import NearestRule, NumberRule
from vfi.workbook.expressions import added, chosen
from vfi.workbook.features import Features
from vfi.workbook.guards import Expressions, all_hold, holds

if TYPE_CHECKING:
    from vfi.synthesis.decision import DecisionRow
    from vfi.workbook.inputs import Inputs

MOST_ROWS = 250
UNDETERMINED = -2


class Rows:
    """The decision of the rule of a node, over its cells."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._line, self._step = inputs.line, inputs.line.node.step
        self._scale = inputs.line.node.scale
        if self.are_numbered and self.size > MOST_ROWS:
            raise UserError(
                f"the workbook cannot hold {self._line.node.id}: its {self._step.rule} has "
                f"{self.size} rows, and a formula of a spreadsheet takes {MOST_ROWS}"
            )

    @cached_property
    def _features(self) -> Features:
        return Features(self._step, self._scale, self._inputs)

    @cached_property
    def _rows(self) -> tuple[DecisionRow, ...]:
        if isinstance(self._step, NumberRule):  # compared in the cells that hold its number
            intervals = self._step.intervals(self._scale)
            return tuple(one.row({"sum": 1}, {"over": 1}) for one in intervals)
        return self._features.tabulated.decision.rows

    @property
    def _expressions(self) -> Expressions:
        if isinstance(self._step, NumberRule):
            return {"sum": self._line.here("sum"), "over": self._line.here("over")}
        return self._features.expressions

    @property
    def are_numbered(self) -> bool:
        """Whether the rule has rows or bands of its own, which a cell shows the number of."""
        return any(row.number is not None for row in self._rows)

    @property
    def size(self) -> int:
        """How many rows or bands those are."""
        return sum(row.number is not None for row in self._rows)

    @property
    def beyond_exact(self) -> list[str]:
        """Conditions under which the rule is beyond what a spreadsheet tells apart."""
        if isinstance(self._step, NumberRule):
            return []
        return self._features.beyond_exact

    def number(self) -> str:
        """The number of the first row that applies, from 1; one more than there are for none."""
        rows = ",".join(
            f"IF({all_hold(row.guards, self._expressions)},{row.number + 1},{self.size + 1})"
            for row in self._rows
            if row.number is not None
        )
        return f"IF({self._line.here('enough')}=0,0,MIN({rows}))"

    def place(self) -> str:
        """The place of the rating where the rule is applied."""
        if self.are_numbered:
            return chosen(self._line.here("row"), [*self._places, self._otherwise])
        if isinstance(self._step, NearestRule):  # as many levels up as thresholds are passed
            passed = (guard for row in self._rows[:-1] for guard in row.guards[:1])
            return added(f"({holds(guard, self._expressions)})" for guard in reversed([*passed]))
        formula = str(UNDETERMINED)
        for row in reversed(self._rows):
            place = _place(row)
            condition = all_hold(row.guards, self._expressions)
            formula = f"IF({condition},{place},{formula})" if row.guards else str(place)
        return formula

    @property
    def _places(self) -> list[int]:
        return [_place(row) for row in self._rows if row.number is not None]

    @property
    def _otherwise(self) -> int:
        """What the first row without a number gives, which always applies; bands have none."""
        others = [row for row in self._rows if row.number is None]
        return _place(others[0]) if others else UNDETERMINED


def _place(row: DecisionRow) -> int:
    return UNDETERMINED if row.place is None else row.place
