"""Every cell of a node: what it is made of, its rule, its hurdles, and what a reader looks at."""

from __future__ import annotations

from vfi.numbers import nearest_float
from vfi.problems import UserError
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED
from vfi.workbook.cells import Cell, Cells
from vfi.workbook.expressions import (
    INSUFFICIENT_PLACE,
    UNREAD_PLACE,
    added,
    chosen,
    scaled,
    text,
    times,
    unit,
)
from vfi.workbook.hurdles import before, hurdle_cells
from vfi.workbook.inputs import JudgementInputs, NodeInputs
from vfi.workbook.plan import BookPlan, NodeLine, place_of
from vfi.workbook.readings import NOT_A_LEVEL
from vfi.workbook.rules import rule_cells
from vfi.workbook.values import score_now

INEXACT = "Beyond exact arithmetic"
STATES = (NOT_A_LEVEL, INEXACT, UNDETERMINED, INSUFFICIENT)  # of the places -4 to -1
LONGEST_FORMULA = 8000
LONGEST_LITERAL = 255


def cells_of(line: NodeLine, plan: BookPlan) -> Cells:
    """The cells of a node, by what stands in them.

    Raises:
        UserError: the node is beyond what a spreadsheet can work out; the message names it.
    """
    for name in line.node.scale.names:
        if len(name) > LONGEST_LITERAL:
            raise UserError(
                f"the workbook cannot hold the level {name[:40]}…: its name is above 255 characters"
            )
    cells = _coverage(line, plan) | _level(line, plan) | hurdle_cells(line, plan)
    if _feeds_scores(line, plan):
        cells |= _scores(line)
    return cells | _shown(line)


def formula_of(line: NodeLine, cell: Cell) -> str:
    """The formula of a cell.

    Raises:
        UserError: it is longer than a spreadsheet takes; the message names the node.
    """
    formula = cell.formula()
    if len(formula) > LONGEST_FORMULA:
        raise UserError(
            f"the workbook cannot hold {line.node.id}: its rule ({line.node.step.rule}) makes a "
            f"formula of {len(formula)} characters, and a spreadsheet takes {LONGEST_FORMULA}"
        )
    return f"={formula}"


def _level(line: NodeLine, plan: BookPlan) -> Cells:
    node = line.node
    if node.is_judgement:
        assert node.case is not None  # noqa: S101 - a judgement is always that of a case
        cell = plan.judgement(node.case, node.id)
        return {("place", 0): Cell(lambda: cell, place_of(node, node.before))}
    inputs = JudgementInputs(line, plan) if _is_judged(line, plan) else NodeInputs(line, plan)
    return rule_cells(inputs)


def _is_judged(line: NodeLine, plan: BookPlan) -> bool:
    return line.node.case is None and line.node.id in plan.rubric.judged


def _coverage(line: NodeLine, plan: BookPlan) -> Cells:
    """How many judgements below a node have a level, how many do not, and how many are no level;
    over all cases.
    """
    node = line.node
    if node.case is not None:
        return {}
    if _is_judged(line, plan):
        names = plan.rubric.judgement_scale(node.id).names
        judged = Cell(lambda: added(line.here("count", name) for name in names), node.judged)
        cells = plan.judgements(node.id)
        missing = Cell(lambda: f"COUNTIF({cells},{INSUFFICIENT_PLACE})", node.missing)
        unread = Cell(lambda: f"COUNTIF({cells},{UNREAD_PLACE})", 0)
        return {("judged", 0): judged, ("missing", 0): missing, ("unread", 0): unread}
    below = [plan.lines[(None, child)] for child in plan.rubric.children[node.id]]
    return {
        ("judged", 0): Cell(lambda: added(child.there("judged") for child in below), node.judged),
        ("missing", 0): Cell(
            lambda: added(child.there("missing") for child in below), node.missing
        ),
        ("unread", 0): Cell(lambda: added(child.there("unread") for child in below), 0),
    }


def _feeds_scores(line: NodeLine, plan: BookPlan) -> bool:
    if not line.is_quotient:
        return False
    parents = [
        parent for parent, children in plan.rubric.children.items() if line.node.id in children
    ]
    return any(plan.rubric.step_of(parent).of == "scores" for parent in parents)


def _scores(line: NodeLine) -> Cells:
    """The unrounded value in lowest terms, or the value of the level that a hurdle left where that
    is lower.
    """
    node = line.node
    values, factor = scaled(node.scale, unit(node.scale)), unit(node.scale)

    def limited(level: str, value: str, otherwise: str) -> str:
        final, place = line.here(*line.final), line.here("place")
        above, over = line.here("sum"), line.here("over")
        inner = value.format(above=above, over=over, gcd=f"GCD(ABS({above}),{over})")
        if node.hurdles:
            final_value = chosen(f"{final}+1", values)
            lower = f"AND({final}<>{place},{times(factor, above)}>{final_value}*{over})"
            inner = f"IF({lower},{level.format(chosen=final_value)},{inner})"
        return f"IF({final}<0,{otherwise},{inner})"

    above, below = score_now(line) if node.score is not None else (0, 1)
    return {
        ("score", 0): Cell(lambda: limited("{chosen}", "{above}/{gcd}", "0"), above),
        ("score divisor", 0): Cell(lambda: limited(str(factor), "{over}/{gcd}", "1"), below),
    }


def _shown(line: NodeLine) -> Cells:
    node = line.node
    found: Cells = {
        ("rating", 0): Cell(lambda: _in_words(line, line.here(*line.final)), node.result),
        ("value", 0): _value(line),
    }
    if node.hurdles:
        found["before", 0] = Cell(
            lambda: _in_words(line, line.here("place")), node.before or node.result
        )
        lowered = "; ".join(outcome.hurdle.title for outcome in node.lowered_by)
        found["lowered", 0] = Cell(lambda: _lowered_by(line), lowered or "–")
    return found


def _in_words(line: NodeLine, place: str) -> str:
    return chosen(f"{place}+{len(STATES) + 1}", map(text, [*STATES, *line.node.scale.names]))


def _lowered_by(line: NodeLine) -> str:
    """The titles of the hurdles that lowered the rating."""
    parts = []
    for number, outcome in enumerate(line.node.hurdles):
        lowers = f"{line.here('after', number)}<{line.here(*before(number))}"
        parts.append(
            f"IF({lowers},{text('; ' + outcome.hurdle.title[: LONGEST_LITERAL - 2])},{text('')})"
        )
    titles = f"MID({'&'.join(parts)},3,{LONGEST_FORMULA})"
    return f"IF({line.here(*line.final)}={line.here('place')},{text('–')},{titles})"


def _value(line: NodeLine) -> Cell:
    node = line.node
    cached: float | str = "" if node.value is None else nearest_float(node.value)

    def of_quotient() -> str:
        nothing = f"OR({line.here('enough')}=0,{line.here('place')}={UNREAD_PLACE})"
        return f"IF({nothing},{text('')},{line.here('sum')}/{line.here('over')})"

    def of_level() -> str:
        factor, place = unit(node.scale), line.here("place")
        value = chosen(f"{place}+1", scaled(node.scale, factor))
        return f"IF({place}<0,{text('')},{value}{'' if factor == 1 else f'/{factor}'})"

    if not node.is_judgement and not node.step.has_number and not node.step.value_is_of_level:
        return Cell(lambda: text(""), cached)
    return Cell(of_quotient if line.is_quotient else of_level, cached)
