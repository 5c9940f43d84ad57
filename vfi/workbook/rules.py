"""The place that a rule gives a node on its scale, as formulas over its inputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import assert_never

from vfi.problems import UserError
from vfi.rubric.models import (
    AnyStep,
    Band,
    Bands,
    Best,
    Count,
    Counting,
    DecisionTable,
    LevelRange,
    Mean,
    Median,
    Mode,
    Scale,
    Towards,
    WeightedMean,
    Worst,
)
from vfi.rubric.models import Cell as TableCell
from vfi.synthesis import shortfall_of
from vfi.synthesis.bands import to_whole
from vfi.synthesis.rounding import goes_up
from vfi.workbook.cells import Cell, Cells, Quotient
from vfi.workbook.expressions import (
    INEXACT_PLACE,
    LIMIT,
    added,
    chosen,
    every,
    reaches,
    times,
    within,
)
from vfi.workbook.inputs import Inputs, NodeInputs
from vfi.workbook.plan import Line, place_of
from vfi.workbook.values import quotient, value_cells

MOST_ROWS = 250


def rule_cells(inputs: Inputs) -> Cells:
    """The cells from the inputs of a node to its place before hurdles.

    Raises:
        UserError: the rule is beyond what a spreadsheet can work out.
    """
    line, step = inputs.line, inputs.line.node.step
    cells = inputs.cells() | value_cells(inputs) | {("enough", 0): _enough(inputs)}
    found = quotient(inputs) if line.is_quotient else None
    if found is not None:
        _is_exact(line, found)
        cells[("sum", 0)] = Cell(found.numerator, found.cached[0], found.is_array)
        cells[("over", 0)] = Cell(found.divisor, found.cached[1])
        if isinstance(step, Bands) and step.rounded != "none":
            cells[("whole", 0)] = _whole(line, step, found)
    if isinstance(step, Bands | Counting | DecisionTable):
        cells[("row", 0)] = _row(inputs, step, cells)
    guard = _guard(inputs, found)
    cells[("place", 0)] = Cell(
        lambda: guard(_place(inputs, step)), place_of(line.node, line.node.before)
    )
    return cells


def _enough(inputs: Inputs) -> Cell:
    least = inputs.line.node.step.minimum_coverage

    def formula() -> str:
        conditions = [f"{inputs.counted()}>0"]
        if least is not None:
            conditions.append(
                f"{times(least.denominator, f'({inputs.rated()})')}>={least.numerator * inputs.size}"
            )
        return f"IF({every(conditions)},1,0)"

    return Cell(formula, int(_is_applied(inputs.line)))


def _is_applied(line: Line) -> bool:
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


def _edges(line: Line) -> list[Fraction]:
    step = line.node.step
    if isinstance(step, Bands):
        return [
            edge[0] for band in step.bands for edge in (band.lower, band.upper) if edge is not None
        ]
    return [threshold for threshold, _ in _thresholds(line.node.scale)]


def _largest_factor(line: Line) -> int:
    return max(2, *(max(abs(edge.numerator), edge.denominator) for edge in _edges(line)))


def _is_exact(line: Line, found: Quotient) -> None:
    bound = found.largest if found.largest is not None else max(map(abs, found.cached))
    if bound * _largest_factor(line) > LIMIT:
        whose = f" of {line.node.case}" if line.node.case else ""
        raise UserError(
            f"the workbook cannot hold {line.node.id}{whose}: its rule ({line.node.step.rule}, of "
            f"{line.node.step.of}) leads to whole numbers above {LIMIT}, which a spreadsheet no "
            "longer tells apart"
        )


def _guard(inputs: Inputs, found: Quotient | None) -> Callable[[str], str]:
    """What comes before the rule: no levels, too little evidence, numbers that a spreadsheet no
    longer tells apart.
    """
    line = inputs.line

    def guarded(rule: str) -> str:
        inner = f"IF({line.here('enough')}=0,{_without_rule(inputs)},{rule})"
        if found is not None and found.largest is None:
            most = LIMIT // _largest_factor(line)
            inner = f"IF(MAX(ABS({line.here('sum')}),{line.here('over')})>{most},-3,{inner})"
        passed_on = inputs.states_that_pass_on()
        return f"IF({passed_on}<={INEXACT_PLACE},{passed_on},{inner})"

    return guarded


def _place(inputs: Inputs, step: AnyStep) -> str:
    line = inputs.line
    scale = line.node.scale
    match step:
        case Mean() | WeightedMean() | Median():
            sides = [
                (edge, ">=" if goes_up(place, scale, step.ties) else ">")
                for edge, place in _thresholds(scale)
            ]
            return added(
                f"({reaches(line.here('sum'), line.here('over'), edge, side)})"
                for edge, side in sides
            )
        case Mode():
            return _mode(inputs, step, _shared(inputs))
        case Worst():
            return _first_present(inputs, range(len(_shared(inputs).names)))
        case Best():
            return _first_present(inputs, range(len(_shared(inputs).names) - 1, -1, -1))
        case Counting() | DecisionTable() | Bands():
            ratings = [scale.positions[rating] for rating in _ratings(step)]
            otherwise = None if isinstance(step, Bands) else step.otherwise
            last = -2 if otherwise is None else scale.positions[otherwise]
            return chosen(line.here("row"), [*ratings, last])
        case _:
            assert_never(step)


def _shared(inputs: Inputs) -> Scale:
    assert inputs.shared is not None  # noqa: S101 - a rubric whose rule compares levels of several scales does not load
    return inputs.shared


def _thresholds(scale: Scale) -> list[tuple[Fraction, int]]:
    pairs = zip(scale.levels, scale.levels[1:], strict=False)
    return [((below.value + above.value) / 2, place) for place, (below, above) in enumerate(pairs)]


def _ratings(step: Counting | DecisionTable | Bands) -> list[str]:
    return [row.rating for row in (step.bands if isinstance(step, Bands) else step.rows)]


def _first_present(inputs: Inputs, places: range) -> str:
    expression = str(places[-1])
    for place in reversed(places[:-1]):
        expression = f"IF({inputs.count(place)}>0,{place},{expression})"
    return expression


def _mode(inputs: Inputs, step: Mode, scale: Scale) -> str:
    places = range(len(scale.names))
    most = f"MAX({','.join(map(inputs.count, places))})"
    if not isinstance(step.ties, Towards):
        order = [[place] for place in (reversed(places) if step.ties == "up" else places)]
    else:
        target = scale.positions[step.ties.towards]
        order = [
            [place for place in places if abs(place - target) == distance] for distance in places
        ]
    expression = "-2"
    for together in reversed([group for group in order if group]):
        expression = _most_frequent(inputs, together, most, expression)
    return expression


def _most_frequent(inputs: Inputs, together: Sequence[int], most: str, otherwise: str) -> str:
    """The place that most inputs are at, of one or of two that are equally far from where ties
    go.
    """
    holds = [f"{inputs.count(place)}={most}" for place in together]
    if len(together) == 1:
        return f"IF({holds[0]},{together[0]},{otherwise})"
    lower, upper = together
    return f"IF({holds[0]},IF({holds[1]},-2,{lower}),IF({holds[1]},{upper},{otherwise}))"


def _row(inputs: Inputs, step: Counting | DecisionTable | Bands, cells: Cells) -> Cell:
    line = inputs.line
    number = len(_ratings(step))
    if number > MOST_ROWS:
        raise UserError(
            f"the workbook cannot hold {line.node.id}: its {step.rule} has {number} rows, and a "
            f"formula of a spreadsheet takes {MOST_ROWS}"
        )

    def formula() -> str:
        conditions = [
            every(row) if row else "TRUE"
            for row in _conditions(inputs, step, ("whole", 0) in cells)
        ]
        rows = ",".join(
            f"IF({condition},{place},{number + 1})"
            for place, condition in enumerate(conditions, start=1)
        )
        return f"IF({line.here('enough')}=0,0,MIN({rows}))"

    node = line.node
    if not _is_applied(line):
        return Cell(formula, 0)
    return Cell(formula, number + 1 if node.row is None else node.row + 1)


def _conditions(
    inputs: Inputs, step: Counting | DecisionTable | Bands, rounded: bool
) -> list[list[str]]:
    line = inputs.line
    match step:
        case Counting():
            return [
                [_count_holds(inputs, condition) for condition in row.when] for row in step.rows
            ]
        case DecisionTable():
            assert isinstance(inputs, NodeInputs)  # noqa: S101 - a table below a criterion does not load
            return [
                [_cell_fits(inputs, child, cell) for child, cell in row.when.items()]
                for row in step.rows
            ]
        case Bands():
            value = (line.here("whole"), "1") if rounded else (line.here("sum"), line.here("over"))
            return [_band_holds(band, *value) for band in step.bands]
        case _:
            assert_never(step)


def count_compares(condition: Count, found: str, judged: str) -> str:
    """That a count is as a condition wants it."""
    comparison, number = condition.quantity
    sign = {"at_least": ">=", "at_most": "<=", "exactly": "="}[comparison.removesuffix("_share")]
    if number == "all":
        return f"AND({judged}>0,{found}{sign}{judged})"
    if isinstance(number, Fraction):
        return f"AND({judged}>0,{times(number.denominator, found)}{sign}{times(number.numerator, judged)})"
    return f"{found}{sign}{number}"


def _count_holds(inputs: Inputs, condition: Count) -> str:
    return count_compares(condition, *inputs.tally(condition))


def _cell_fits(inputs: NodeInputs, child: str, cell: TableCell) -> str:
    which = [node.id for node in inputs.children].index(child)
    place, scale = inputs.line.here("input", which), inputs.scales[which]
    top = len(scale.names) - 1
    if isinstance(cell, LevelRange):
        lowest = 0 if cell.at_or_above is None else scale.positions[cell.at_or_above]
        highest = top if cell.at_or_below is None else scale.positions[cell.at_or_below]
        return within(place, range(lowest, highest + 1), top)
    levels = [cell] if isinstance(cell, str) else list(cell)
    fits = [f"{place}={scale.positions[level]}" for level in levels if level in scale.positions]
    return fits[0] if len(fits) == 1 else f"OR({','.join(fits)})" if fits else "FALSE"


def _band_holds(band: Band, numerator: str, divisor: str) -> list[str]:
    conditions = []
    if band.lower is not None:
        conditions.append(
            reaches(numerator, divisor, band.lower[0], ">=" if band.lower[1] else ">")
        )
    if band.upper is not None:
        conditions.append(
            reaches(numerator, divisor, band.upper[0], "<=" if band.upper[1] else "<")
        )
    return conditions


def _whole(line: Line, step: Bands, found: Quotient) -> Cell:
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
