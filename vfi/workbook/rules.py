"""The place that a rule gives a node on its scale, as formulas over its inputs."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.problems import UserError
from vfi.synthesis.intervals import edges_of, to_whole
from vfi.synthesis.rule import NumberRule
from vfi.synthesis.rules.bands import Bands
from vfi.synthesis.step import shortfall_of
from vfi.workbook.cells import Cell, Cells, Quotient
from vfi.workbook.expressions import INEXACT_PLACE, LIMIT, every, times
from vfi.workbook.plan import NodeLine, place_of
from vfi.workbook.rows import Rows
from vfi.workbook.values import quotient, value_cells

if TYPE_CHECKING:
    from vfi.workbook.inputs import Inputs


def rule_cells(inputs: Inputs) -> Cells:
    """The cells from the inputs of a node to its place before hurdles.

    Raises:
        UserError: the rule is beyond what a spreadsheet can work out.
    """
    line, step = inputs.line, inputs.line.node.step
    cells = inputs.cells() | value_cells(inputs) | {("enough", 0): _enough(inputs)}
    number = quotient(inputs) if isinstance(step, NumberRule) else None
    if number is not None:
        _is_exact(line, number)
        cells[("sum", 0)] = Cell(number.numerator, number.cached[0], number.is_array)
        cells[("over", 0)] = Cell(number.divisor, number.cached[1])
    rows = Rows(inputs)
    if isinstance(step, Bands) and step.rounded != "none" and number is not None:
        cells[("whole", 0)] = _rounded(line, step, number)
    if rows.are_numbered:
        cells[("row", 0)] = Cell(rows.number, _row_now(line, rows))
    guard = _guard(inputs, number, rows)
    cells[("place", 0)] = Cell(lambda: guard(rows.place()), place_of(line.node, line.node.before))
    return cells


def _row_now(line: NodeLine, rows: Rows) -> int:
    """The row that gives the rating with the judgements of the study, from 1; 0 where none is
    looked for.
    """
    if not _is_applied(line):
        return 0
    return rows.size + 1 if line.node.row is None else line.node.row + 1


def _enough(inputs: Inputs) -> Cell:
    least = inputs.line.node.step.minimum_coverage

    def formula() -> str:
        conditions = [f"{inputs.counted()}>0"]
        if least is not None:
            rated = times(least.denominator, f"({inputs.rated()})")
            conditions.append(f"{rated}>={least.numerator * inputs.size}")
        return f"IF({every(conditions)},1,0)"

    return Cell(formula, int(_is_applied(inputs.line)))


def _is_applied(line: NodeLine) -> bool:
    """Whether the judgements of the study are enough for the rule."""
    return not shortfall_of(line.node.step, line.node.inputs)


def _without_rule(inputs: Inputs) -> str:
    """What there is instead where the rule is not applied: -2 where only rules below give no
    answer, else -1.
    """
    unanswered = inputs.unanswered()
    if not unanswered:
        return "-1"
    conditions = [f"({unanswered})>0"]
    least = inputs.line.node.step.minimum_coverage
    if least is not None:
        answered = f"({inputs.rated()}+{unanswered})"
        conditions.append(f"{times(least.denominator, answered)}>={least.numerator * inputs.size}")
    return f"IF({every(conditions)},-2,-1)"


def _edges(line: NodeLine) -> list[Fraction]:
    step = line.node.step
    return list(edges_of(step.intervals(line.node.scale))) if isinstance(step, NumberRule) else []


def _largest_factor(line: NodeLine) -> int:
    return max(2, *(max(abs(edge.numerator), edge.denominator) for edge in _edges(line)))


def _is_exact(line: NodeLine, found: Quotient) -> None:
    bound = found.largest if found.largest is not None else max(map(abs, found.cached))
    if bound * _largest_factor(line) > LIMIT:
        whose = f" of {line.node.case}" if line.node.case else ""
        raise UserError(
            f"the workbook cannot hold {line.node.id}{whose}: its rule ({line.node.step.rule}, of "
            f"{line.node.step.of}) leads to whole numbers above {LIMIT}, which a spreadsheet no "
            "longer tells apart"
        )


def _guard(inputs: Inputs, found: Quotient | None, rows: Rows) -> Callable[[str], str]:
    """What comes before the rule: no levels, too little evidence, numbers that a spreadsheet no
    longer tells apart.
    """
    line = inputs.line

    def guarded(rule: str) -> str:
        inner = f"IF({line.here('enough')}=0,{_without_rule(inputs)},{rule})"
        if found is not None and found.largest is None:
            most = LIMIT // _largest_factor(line)
            inner = f"IF(MAX(ABS({line.here('sum')}),{line.here('over')})>{most},-3,{inner})"
        beyond = rows.beyond_exact
        if beyond:
            inner = f"IF(OR({','.join(beyond)}),-3,{inner})"
        passed_on = inputs.states_that_pass_on()
        return f"IF({passed_on}<={INEXACT_PLACE},{passed_on},{inner})"

    return guarded


def _rounded(line: NodeLine, step: Bands, found: Quotient) -> Cell:
    """The quotient as a whole number, decided on its whole remainder."""

    def formula() -> str:
        above, over = line.here("sum"), line.here("over")
        floor = f"INT({above}/{over})"
        rest = f"({above}-{floor}*{over})"
        up = {
            "down": "0",
            "up": f"({rest}>0)",
            "half_up": f"(2*{rest}>={over})",
            "half_even": f"IF(2*{rest}={over},MOD({floor},2),1*(2*{rest}>{over}))",
        }[step.rounded]
        return f"IF({line.here('enough')}=0,0,{floor}+{up})"

    value = to_whole(Fraction(*found.cached), step.rounded) if _is_applied(line) else Fraction(0)
    return Cell(formula, int(value))
