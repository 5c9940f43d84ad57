"""The steps by which a rule came to its result, each a line that a person can follow with a
pencil.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from vfi.numbers import decimal, exact, ordinal
from vfi.problems import listed
from vfi.rubric.models import (
    AnyStep,
    Bands,
    Best,
    Counting,
    DecisionTable,
    Mean,
    Median,
    MissingAs,
    Mode,
    WeightedMean,
    Worst,
)
from vfi.scoring.landmarks import landmarks
from vfi.scoring.models import Node
from vfi.synthesis import Entry, counted, shortfall_of
from vfi.synthesis.bands import to_whole
from vfi.synthesis.counting import tally
from vfi.synthesis.median import middle_entries
from vfi.synthesis.mode import most_frequent
from vfi.synthesis.sentences import ROUNDED
from vfi.synthesis.table import unmet
from vfi.synthesis.wording import cell_in_words, count_in_words

Line = tuple[str, str]


def entries_of(node: Node) -> list[Entry]:
    """What the rule of a node counted, missing inputs that stand for a level among it."""
    return counted(node.step, node.inputs, node.scale)


def working(node: Node) -> tuple[Line, ...]:
    """A label and a text for each step of the rule, down to where its result is plain; none where
    it never ran.
    """
    entries = entries_of(node)
    if node.is_judgement or shortfall_of(node.step, node.inputs):
        return ()
    return tuple(_by_rule(node.step, entries, node))


def _by_rule(step: AnyStep, entries: list[Entry], node: Node) -> Iterator[Line]:
    match step:
        case Mean():
            yield (
                "Mean",
                _quotient(sum((entry.value for entry in entries), Fraction(0)), len(entries), node),
            )
        case WeightedMean():
            yield from _weighted(step.weights, entries, node)
        case Median():
            yield "Median", _median(entries, node)
        case Mode():
            yield "Mode", _mode(entries, node)
        case Worst() | Best():
            yield _extreme(step, node)
        case Counting():
            yield from _counting(step, entries, node)
        case DecisionTable():
            yield from _table(step, entries, node)
        case Bands():
            yield from _bands(step, entries, node)
        case _:
            assert_never(step)


def _quotient(total: Fraction, divisor: int, node: Node) -> str:
    value = total / divisor
    shown = decimal(value, landmarks=landmarks(node))
    quotient = f"{total} / {divisor}"
    exactly = "" if str(value) == shown else f" = {value}"
    simplified = "" if quotient.replace(" ", "") == str(value) else exactly
    return f"{quotient}{simplified} = {shown}"


def _weighted(weights: dict[str, Fraction], entries: list[Entry], node: Node) -> Iterator[Line]:
    weight = sum((weights[entry.id] for entry in entries), Fraction(0))
    total = sum((weights[entry.id] * entry.value for entry in entries), Fraction(0))
    shares = ", ".join(
        f"{entry.id} {exact(100 * weights[entry.id] / weight)}%" for entry in entries
    )
    yield "Weights", f"{exact(weight)} in all among those that count; shares: {shares}"
    yield "Mean", f"({total}) / ({weight}) = {exact(total / weight, landmarks=landmarks(node))}"


def _median(entries: list[Entry], node: Node) -> str:
    middle, near = middle_entries(entries), landmarks(node)
    place = (len(entries) + 1) // 2
    if len(middle) == 1:
        where = (
            f"the {ordinal(place)} of {len(entries)} values in order"
            if len(entries) > 1
            else "the only value"
        )
        return f"{where} is {middle[0].level}, {exact(middle[0].value, landmarks=near)}"
    lower, upper = (entry.value for entry in middle)
    return (
        f"the {ordinal(place)} and {ordinal(place + 1)} of {len(entries)} values in order are "
        f"{exact(lower, landmarks=near)} and {exact(upper, landmarks=near)}; "
        f"half way between them is {exact((lower + upper) / 2, landmarks=near)}"
    )


def _mode(entries: list[Entry], node: Node) -> str:
    tied = most_frequent(entries, node.scale)
    times = sum(entry.level == tied[0] for entry in entries)
    if len(tied) == 1:
        return f"{tied[0]}, {times} of {len(entries)}"
    return f"{' and '.join(tied)} are equally frequent, {times} of {len(entries)} each"


def _extreme(step: Worst | Best, node: Node) -> Line:
    level = node.before or ""
    which = [entry.id for entry in entries_of(node) if entry.level == level]
    word = "lowest" if isinstance(step, Worst) else "highest"
    return step.rule.capitalize(), f"the {word} level of any is {level}, of {listed(which)}"


def _counting(step: Counting, entries: list[Entry], node: Node) -> Iterator[Line]:
    for place, row in enumerate(step.rows):
        found = [tally(condition, entries) for condition in row.when]
        words = "; ".join(
            f"{count_in_words(one)}, {'holds' if one.holds else 'does not hold'}" for one in found
        )
        verdict = "this row gives the rating" if place == node.row else "so the row does not apply"
        yield f"Row {place + 1}", f"{row.rating} if {words}; {verdict}"
        if place == node.row:
            return
    yield from _otherwise(step)


def _table(step: DecisionTable, entries: list[Entry], node: Node) -> Iterator[Line]:
    levels = {entry.id: entry.level for entry in entries}
    for place, row in enumerate(step.rows):
        cells = " and ".join(cell_in_words(child, cell) for child, cell in row.when.items())
        misfits = [_misfit(child, levels) for child in unmet(row, entries)]
        verdict = (
            f"does not fit, for {' and '.join(misfits)}" if misfits else "fits and gives the rating"
        )
        yield f"Row {place + 1}", f"{row.rating} if {cells}; {verdict}"
        if place == node.row:
            return
    yield from _otherwise(step)


def _misfit(child: str, levels: dict[str, str]) -> str:
    return f"{child} is {levels[child]}" if child in levels else f"{child} has no level"


def _otherwise(step: Counting | DecisionTable) -> Iterator[Line]:
    if step.otherwise is not None:
        yield "Otherwise", f"no row applies, so the rating is {step.otherwise}"


def _bands(step: Bands, entries: list[Entry], node: Node) -> Iterator[Line]:
    weights = {
        entry.id: step.weights[entry.id] if step.weights else Fraction(1) for entry in entries
    }
    total = sum((weights[entry.id] * entry.value for entry in entries), Fraction(0))
    assert node.value is not None  # noqa: S101 - bands that were looked up have a quantity
    shown = exact(node.value, landmarks=landmarks(node))
    if step.on == "sum":
        yield "Sum", shown
    elif step.on == "mean":
        yield "Mean", f"{total} / {sum(weights.values())} = {shown}"
    else:
        highest = sum((weights[entry.id] * entry.scale.top.value for entry in entries), Fraction(0))
        yield "Percentage", f"100 x {total} / {highest} = {shown}"
    value = to_whole(node.value, step.rounded)
    if step.rounded != "none":
        yield "Rounded", f"{value}{ROUNDED[step.rounded]}"
    yield "Bands", "; ".join(f"{band.rating} {band.in_words}" for band in step.bands)
    if node.row is not None:
        band, looked_up = step.bands[node.row], shown if step.rounded == "none" else str(value)
        yield "Band", f"{band.rating} {band.in_words} holds {looked_up}"


def hurdle_lines(node: Node) -> Iterator[Line]:
    """What each hurdle of a node asked, found and did."""
    for outcome in node.hurdles:
        hurdle = outcome.hurdle
        limit = (
            f"cap {hurdle.cap}" if hurdle.kind == "soft" else f"drops to {node.scale.bottom.name}"
        )
        if outcome.lowered:
            did = f"triggered, lowers {outcome.before} to {outcome.after}"
        elif not outcome.triggered:
            did = "not triggered"
        else:
            why = "there is no rating to lower" if outcome.before is None else "lowers nothing"
            did = f"triggered, but {why}"
        found = f"{hurdle.title} ({hurdle.kind}, {limit}): {did}. Found: {outcome.findings}."
        yield "Hurdle", f"{found} It exists because: {hurdle.reason}"
    if node.hurdles and node.before is not None:
        yield "Before", f"{node.before} before hurdles, {node.rating} after them."


def filled(node: Node) -> tuple[str, ...]:
    """The inputs without a level that count as one."""
    if not isinstance(node.step.missing, MissingAs):
        return ()
    return tuple(entry.id for entry in node.excluded)
