"""Which node stands in which row of which sheet, and how formulas refer to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from vfi.synthesis.nodes import OVERALL
from vfi.workbook.expressions import INSUFFICIENT_PLACE, UNDETERMINED_PLACE, UNREAD_PLACE
from vfi.workbook.sheets import (
    CASE_WORKINGS,
    FAILURES,
    JUDGEMENTS,
    OVERALL_SHEET,
    sheets_of_tiers,
)

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Node, Scorecard
    from vfi.synthesis.scale import Scale

FIRST_ROW, FIRST_COLUMN = 5, 2
Key = tuple[str, int | str]


@dataclass(frozen=True)
class NodeLine:
    """A node in a row of a sheet.

    Attributes:
        node: the node as the engine rated it.
        sheet: the sheet.
        row: its row there, from 0.
        columns: the column of each of its cells, by what stands in it; filled in when the sheet is
            laid out.
    """

    node: Node
    sheet: str
    row: int
    columns: dict[Key, int] = field(default_factory=dict)

    @property
    def is_quotient(self) -> bool:
        """Whether its rule makes a number that is then looked up, and not a level straight away."""
        return not self.node.is_judgement and self.node.step.has_number

    @property
    def final(self) -> Key:
        """The cell that holds the place of the rating after all hurdles."""
        return ("after", len(self.node.hurdles) - 1) if self.node.hurdles else ("place", 0)

    def here(self, name: str, which: int | str = 0) -> str:
        """One of its cells, for formulas in the same row."""
        return str(xl_rowcol_to_cell(self.row, self.columns[(name, which)], col_abs=True))

    def there(self, name: str, which: int | str = 0) -> str:
        """One of its cells, for formulas elsewhere."""
        return (
            f"'{self.sheet}'!{xl_rowcol_to_cell(self.row, self.columns[(name, which)], True, True)}"
        )

    def block(self, name: str, size: int) -> str:
        """Neighbouring cells of it, for formulas in the same row."""
        first, last = (
            xl_rowcol_to_cell(self.row, self.columns[(name, place)], col_abs=True)
            for place in (0, size - 1)
        )
        return f"{first}:{last}"


@dataclass(frozen=True)
class BookPlan:
    """The whole workbook: the scorecard, and the line of every node that has one."""

    scorecard: Scorecard
    lines: Mapping[tuple[str | None, str], NodeLine]

    @property
    def rubric(self) -> Rubric:
        """The rubric of the study."""
        return self.scorecard.study.rubric

    @cached_property
    def case_rows(self) -> dict[str, int]:
        """The row of each case on the sheets that list the cases."""
        return {case.id: FIRST_ROW + place for place, case in enumerate(self.scorecard.study.cases)}

    @cached_property
    def judged_columns(self) -> dict[str, int]:
        """The column of each criterion and holistic group on the sheet of judgements."""
        return {judged: FIRST_COLUMN + place for place, judged in enumerate(self.rubric.judged)}

    @cached_property
    def failure_columns(self) -> dict[str, int]:
        """The column of each failure indicator on the sheet of failures."""
        return {
            one.id: FIRST_COLUMN + place for place, one in enumerate(self.rubric.failure_indicators)
        }

    @cached_property
    def takes_scores(self) -> bool:
        """Whether a node takes the unrounded scores below it, whose divisors no bound is known
        for.
        """
        return any(
            self.rubric.step_of(node).of == "scores"
            for node in self.rubric.children
            if self._has_children(node)
        )

    def _has_children(self, node: str) -> bool:
        return bool(self.rubric.children[node])

    def node(self, case: str | None, node: str) -> Node:
        """A node over all cases or of one."""
        return self._nodes[case][node]

    @cached_property
    def _nodes(self) -> dict[str | None, Mapping[str, Node]]:
        return {
            None: self.scorecard.nodes,
            **{case.id: case.nodes for case in self.scorecard.cases},
        }

    @cached_property
    def reading_columns(self) -> dict[str, int]:
        """The column of what each judgement is read as, on the sheet of judgements."""
        return {
            judged: column + len(self.judged_columns) + 1
            for judged, column in self.judged_columns.items()
        }

    @cached_property
    def failure_reading_columns(self) -> dict[str, int]:
        """The column of what each entry is read as, on the sheet of failures."""
        return {
            name: column + len(self.failure_columns) + 1
            for name, column in self.failure_columns.items()
        }

    def judgement(self, case: str, judged: str) -> str:
        """The cell that holds what one judgement is read as."""
        cell = xl_rowcol_to_cell(self.case_rows[case], self.reading_columns[judged], True, True)
        return f"{JUDGEMENTS}!{cell}"

    def judgements(self, judged: str) -> str:
        """The cells that hold what the judgements on a criterion or holistic group are read as."""
        return f"{JUDGEMENTS}!{self._column(self.reading_columns[judged])}"

    def judgements_of(self, case: str) -> str:
        """The cells that hold what all judgements of a case are read as."""
        row, columns = self.case_rows[case], self.reading_columns.values()
        return f"{JUDGEMENTS}!{xl_range_abs(row, min(columns), row, max(columns))}"

    def unread(self, sheet: str) -> str:
        """How many cells of the sheet of judgements, or of failures, are not read as anything."""
        columns = self.reading_columns if sheet == JUDGEMENTS else self.failure_reading_columns
        last_row = FIRST_ROW + len(self.case_rows) - 1
        block = xl_range_abs(FIRST_ROW, min(columns.values()), last_row, max(columns.values()))
        return f"COUNTIF({sheet}!{block},{UNREAD_PLACE})"

    def failures(self, failure: str, case: str | None) -> str:
        """The cells that hold whether a failure indicator is read as recorded: for one case or for
        all.
        """
        column = self.failure_reading_columns[failure]
        if case is None:
            return f"{FAILURES}!{self._column(column)}"
        return f"{FAILURES}!{xl_rowcol_to_cell(self.case_rows[case], column, True, True)}"

    def _column(self, column: int) -> str:
        return str(xl_range_abs(FIRST_ROW, column, FIRST_ROW + len(self.case_rows) - 1, column))

    def place(self, case: str | None, node: str) -> str:
        """An expression for the place of a node's rating on its scale, from 0; negative where it
        has none.
        """
        line = self.lines.get((case, node))
        if line is not None:
            return line.there(*line.final)
        assert case is not None  # noqa: S101 - only judgements of a case have no line
        return self.judgement(case, node)

    def children(self, line: NodeLine) -> Sequence[Node]:
        """What lies below a node, for the same case or all of them."""
        return [self.node(line.node.case, child) for child in self.rubric.children[line.node.id]]


def place_of(node: Node, level: str | None) -> int:
    """The place of a level of a node, or the number that stands for the state that there is
    instead.
    """
    if level is not None:
        return node.scale.positions[level]
    return UNDETERMINED_PLACE if node.state == "undetermined" else INSUFFICIENT_PLACE


def lines_of(scorecard: Scorecard) -> dict[tuple[str | None, str], NodeLine]:
    """A line for each node over all cases and for each of a case, its judgements only where hurdles
    limit them.
    """
    rubric = scorecard.study.rubric
    sheets = sheets_of_tiers(rubric) | {OVERALL: OVERALL_SHEET}
    lines: dict[tuple[str | None, str], NodeLine] = {}
    rows: dict[str, int] = {}
    for node in (
        *scorecard.nodes.values(),
        *(node for case in scorecard.cases for node in _of_case(case.nodes, rubric)),
    ):
        sheet = sheets[node.kind] if node.case is None else CASE_WORKINGS
        rows[sheet] = rows.get(sheet, FIRST_ROW - 1) + 1
        lines[(node.case, node.id)] = NodeLine(node, sheet, rows[sheet])
    return lines


def _of_case(nodes: Mapping[str, Node], rubric: Rubric) -> list[Node]:
    criteria = {criterion.id for criterion in rubric.criteria}
    return [nodes[name] for name in rubric.node_ids if name not in criteria or nodes[name].hurdles]


def shared_scale(scales: Sequence[Scale]) -> Scale | None:
    """The scale that all inputs are on, if it is one."""
    return scales[0] if scales and all(scale == scales[0] for scale in scales) else None
