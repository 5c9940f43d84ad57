"""The number that a rule makes of its inputs, as one whole number over another."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from vfi.workbook.cells import Cell, Cells, Quotient
from vfi.workbook.expressions import added, array, chosen, common_denominator, scaled, times, unit
from vfi.workbook.inputs import Inputs, JudgementInputs, NodeInputs, entries_of

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entry
    from vfi.workbook.plan import NodeLine


def quotient(inputs: Inputs) -> Quotient:
    """The mean, median, percentage or sum of the inputs of a node."""
    step = inputs.line.node.step
    if step.quantity == "median" and step.of == "ratings":
        return _median_of_counts(inputs)
    if isinstance(inputs, JudgementInputs):
        return _of_judgements(inputs)
    assert isinstance(inputs, NodeInputs)  # noqa: S101 - there are only these two
    return _of_scores(inputs) if step.of == "scores" else _of_ratings(inputs)


def _median_of_counts(inputs: Inputs) -> Quotient:
    """The sum of the two middle values over two; the one in the middle is both where there is
    one.
    """
    scale = inputs.shared
    assert scale is not None  # noqa: S101 - a rubric whose median has inputs on several scales does not load
    factor = unit(scale)
    values = scaled(scale, factor)

    def value_at(rank: str) -> str:
        steps = []
        for top, (before, after) in enumerate(pairwise(values), start=1):
            below = added(inputs.count(place) for place in range(top))
            steps.append(f"{after - before}*({below}<{rank})")
        return f"{values[0]}+{added(steps)}"

    def numerator() -> str:
        counted = inputs.counted()
        lower, upper = value_at(f"INT(({counted}+1)/2)"), value_at(f"INT({counted}/2+1)")
        return f"IF({counted}=0,0,{lower}+{upper})"

    ordered = sorted(int(entry.value * factor) for entry in entries_of(inputs.line))
    middle = ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2] if ordered else 0
    largest = 2 * max(*map(abs, values), factor)
    return Quotient(numerator, lambda: str(2 * factor), (middle, 2 * factor), largest)


def _of_judgements(inputs: JudgementInputs) -> Quotient:
    entries = entries_of(inputs.line)
    factor, kind = unit(inputs.shared), inputs.line.node.step.quantity
    values = scaled(inputs.shared, factor)
    hundred = 100 if kind == "percentage" else 1
    each = {"mean": factor, "percentage": values[-1], "sum": 0}[kind]

    def numerator() -> str:
        terms = [times(value, inputs.count(place)) for place, value in enumerate(values) if value]
        return times(hundred, f"({added(terms)})")

    def divisor() -> str:
        return times(each, inputs.counted()) if each else str(factor)

    cached = (int(hundred * factor * _total(entries)), each * len(entries) if each else factor)
    largest = inputs.size * hundred * max(*map(abs, values), each, factor)
    return Quotient(numerator, divisor, cached, largest)


def _total(entries: list[Entry], weights: dict[str, int] | None = None) -> Fraction:
    return sum(
        (entry.value * (weights[entry.id] if weights else 1) for entry in entries), Fraction(0)
    )


def whole_weights(inputs: NodeInputs) -> tuple[list[int], int]:
    """The weights of the children as whole numbers, and by what they were multiplied for that."""
    step = inputs.line.node.step
    given = step.weights_given
    if given is None:
        return [1] * inputs.size, 1
    weights = [given[child.id] for child in inputs.children]
    factor = common_denominator(weights)
    return [int(weight * factor) for weight in weights], factor


def _present(inputs: NodeInputs, each: list[int]) -> str:
    """The sum of a number for each child that counts."""
    if len(set(each)) == 1:
        return times(each[0], inputs.counted())
    return f"SUMPRODUCT(({inputs.line.block('input', inputs.size)}>=0)*{array(each)})"


def _of_ratings(inputs: NodeInputs) -> Quotient:
    factor = unit(*inputs.scales)
    weights, multiplied = whole_weights(inputs)
    kind = inputs.line.node.step.quantity
    hundred = 100 if kind == "percentage" else 1
    tops = [
        weight * int(scale.top.value * factor)
        for weight, scale in zip(weights, inputs.scales, strict=True)
    ]
    each = {"mean": [weight * factor for weight in weights], "percentage": tops, "sum": []}[kind]

    def numerator() -> str:
        block = inputs.line.block("numerator", inputs.size)
        plain = (
            f"SUM({block})" if len(set(weights)) == 1 else f"SUMPRODUCT({block},{array(weights)})"
        )
        return times(hundred, times(weights[0], plain) if len(set(weights)) == 1 else plain)

    def divisor() -> str:
        return _present(inputs, each) if each else str(factor * multiplied)

    entries = entries_of(inputs.line)
    by_id = dict(zip((child.id for child in inputs.children), weights, strict=True))
    sizes = dict(zip(by_id, each, strict=True)) if each else {}
    below = sum(sizes[entry.id] for entry in entries) if each else factor * multiplied
    values = [abs(value) for scale in inputs.scales for value in scaled(scale, factor)]
    largest = max(hundred * sum(weights) * max(values), sum(each), factor * multiplied)
    return Quotient(
        numerator, divisor, (int(hundred * factor * _total(entries, by_id)), below), largest
    )


def _of_scores(inputs: NodeInputs) -> Quotient:
    line, step = inputs.line, inputs.line.node.step
    weights, multiplied = whole_weights(inputs)
    kind = step.quantity
    tops = (
        common_denominator(scale.top.value for scale in inputs.scales)
        if kind == "percentage"
        else 1
    )
    each = {
        "mean": weights,
        "percentage": [
            weight * int(scale.top.value * tops)
            for weight, scale in zip(weights, inputs.scales, strict=True)
        ],
    }.get(kind, [])
    fixed = 2 if kind == "median" else multiplied
    hundred = 100 * tops if kind == "percentage" else 1

    def numerator() -> str:
        above, below = line.block("numerator", inputs.size), line.block("divisor", inputs.size)
        common = line.here("common")
        if kind == "median":
            places = line.block("input", inputs.size)
            return (
                f"IF({inputs.counted()}=0,0,2*MEDIAN(IF({places}>=0,{above}*({common}/{below}))))"
            )
        return times(hundred, f"SUMPRODUCT({above}*({common}/{below})*{array(weights)})")

    def divisor() -> str:
        return f"{line.here('common')}*{_present(inputs, each) if each else fixed}"

    cached = _scores_now(inputs, kind, weights, each or fixed, hundred)
    return Quotient(numerator, divisor, cached, None, is_array=kind == "median")


def _scores_now(
    inputs: NodeInputs, kind: str, weights: list[int], each: list[int] | int, hundred: int
) -> tuple[int, int]:
    """Numerator and divisor with the judgements of the study, over the common divisor of the
    scores.
    """
    entries = entries_of(inputs.line)
    common = math.lcm(*(_score_now(inputs, which)[1] for which in range(inputs.size)))
    names = [child.id for child in inputs.children]
    if kind == "median":
        ordered = sorted(entry.value * common for entry in entries)
        above = (
            ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
            if ordered
            else Fraction(0)
        )
    else:
        above = hundred * common * _total(entries, dict(zip(names, weights, strict=True)))
    if isinstance(each, int):
        return int(above), common * each
    sizes = dict(zip(names, each, strict=True))
    return int(above), common * sum(sizes[entry.id] for entry in entries)


def value_cells(inputs: Inputs) -> Cells:
    """The values of the nodes below, as cells of their own; judgements are counted by level and
    need none.
    """
    step = inputs.line.node.step
    if not isinstance(inputs, NodeInputs) or not inputs.line.is_quotient:
        return {}
    if step.of == "scores":
        return _score_cells(inputs)
    if step.quantity == "median":
        return {}
    factor = unit(*inputs.scales)
    cells: Cells = {}
    for which, scale in enumerate(inputs.scales):
        values = scaled(scale, factor)
        place = inputs.place_now(which)
        formula = _formula(inputs.line, which, values)
        cells[("numerator", which)] = Cell(formula, values[place] if place >= 0 else 0)
    return cells


def _formula(line: NodeLine, which: int, values: list[int]) -> Callable[[], str]:
    def formula() -> str:
        place = line.here("input", which)
        return f"IF({place}<0,0,{chosen(f'{place}+1', values)})"

    return formula


def _score_cells(inputs: NodeInputs) -> Cells:
    cells: Cells = {}
    for which in range(inputs.size):
        above, below = _score_now(inputs, which)
        cells[("numerator", which)] = Cell(lambda w=which: _score(inputs, w)[0], above)  # type: ignore[misc]
        cells[("divisor", which)] = Cell(lambda w=which: _score(inputs, w)[1], below)  # type: ignore[misc]
    divisors = [_score_now(inputs, which)[1] for which in range(inputs.size)]
    common = Cell(
        lambda: f"IFERROR(LCM({inputs.line.block('divisor', inputs.size)}),1E+30)",
        math.lcm(*divisors),
    )
    return cells | {("common", 0): common}


def _score(inputs: NodeInputs, which: int) -> tuple[str, str]:
    """The score of a child over its divisor, or of the level that insufficient evidence counts
    as.
    """
    scale, below = inputs.scales[which], inputs.line_of(which)
    if below is None or not below.is_quotient:
        return _formula(inputs.line, which, scaled(scale, unit(scale)))(), str(unit(scale))
    raw = inputs.raw(which)
    filled = scale.by_name[inputs.filled].value if inputs.filled else Fraction(0)
    return (
        f"IF({raw}<0,{filled.numerator},{below.there('score')})",
        f"IF({raw}<0,{filled.denominator},{below.there('score divisor')})",
    )


def _score_now(inputs: NodeInputs, which: int) -> tuple[int, int]:
    child, scale = inputs.children[which], inputs.scales[which]
    below = inputs.line_of(which)
    if below is None or not below.is_quotient:
        place = inputs.place_now(which)
        return (scaled(scale, unit(scale))[place] if place >= 0 else 0), unit(scale)
    if child.score is None:
        filled = scale.by_name[inputs.filled].value if inputs.filled else Fraction(0)
        return filled.numerator, filled.denominator
    return score_now(below)


def score_now(line: NodeLine) -> tuple[int, int]:
    """The score of a node as its cells hold it: reduced, or the value of the level that a hurdle
    left.
    """
    node = line.node
    assert node.score is not None  # noqa: S101 - asked of nodes with a rating only
    if node.rating != node.before and node.rating is not None and node.value is not None:
        level = node.scale.by_name[node.rating].value
        if node.value > level:
            return int(level * unit(node.scale)), unit(node.scale)
    return node.score.numerator, node.score.denominator
