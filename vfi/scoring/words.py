"""The words for rules, numbers and thresholds, shared by the commands and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vfi.rubric.models import AnyStep, Bands, Indicator
from vfi.rubric.rules import Margin, step_in_words
from vfi.scoring.models import Kind, Node, Proposal

BELOW = {
    "criterion": "the levels that the cases were judged at",
    "dimension": "its criteria",
    "overall": "the dimensions",
}


def rule_in_words(step: AnyStep, kind: Kind, of_case: bool = False, is_judged: bool = False) -> str:
    """A few sentences that say how a step combines what is below it.

    Args:
        step: the step.
        kind: the kind of the node that it rates.
        of_case: whether the node is that of a single case.
        is_judged: whether cases are judged on the node itself, as on a criterion.
    """
    if kind == "criterion" or (kind == "dimension" and is_judged):
        what = BELOW["criterion"]
    elif kind == "dimension" and of_case:
        what = "the levels that the case was judged at on its criteria"
    else:
        what = f"the {step.of if step.of == 'ratings' else 'unrounded scores'} of {BELOW[kind]}"
    return step_in_words(step, what)


def decimal(value: Fraction, places: int = 4) -> str:
    """A number for reading: at most so many decimal places, without closing zeros."""
    text = f"{float(value):z.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact(value: Fraction) -> str:
    """A number for reading with its exact fraction beside it where the decimal places do not hold all of it."""
    shown = decimal(value)
    return shown if Fraction(shown) == value else f"{shown} ({value})"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `13th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def thresholds_in_words(node: Node) -> list[str]:
    """How far the value is from where the rating below ends and the rating above begins, before hurdles."""
    if node.value is None or node.before is None or node.margin is None:
        return []
    if isinstance(node.step, Bands):
        return list(_edges_in_words(node.value, node.margin))
    return list(_neighbours_in_words(node.value, node.before, node.margin, node.scale.names))


def _neighbours_in_words(value: Fraction, rating: str, margin: Margin, names: Sequence[str]) -> Iterator[str]:
    place = names.index(rating)
    if margin.lower is not None:
        threshold, included = margin.lower
        below = f"below it {names[place - 1]} ends" if included else f"at it {names[place - 1]} still holds"
        distance = value - threshold
        reach = "exactly on" if distance == 0 else f"{exact(distance)} above"
        yield f"{reach} the threshold of {decimal(threshold)}, where {rating} begins ({below})"
    if margin.upper is not None:
        threshold, _ = margin.upper
        distance = threshold - value
        reach = "exactly on" if distance == 0 else f"{exact(distance)} below"
        yield f"{reach} the threshold of {decimal(threshold)}, where {names[place + 1]} begins"


def _edges_in_words(value: Fraction, margin: Margin) -> Iterator[str]:
    for name, side, edge in (("lower", "above", margin.lower), ("upper", "below", margin.upper)):
        if edge is not None:
            distance = abs(value - edge[0])
            reach = "exactly on" if distance == 0 else f"{exact(distance)} {side}"
            belongs = "belongs to the band" if edge[1] else "does not belong to it"
            yield f"{reach} the {name} edge of its band, {exact(edge[0])}, which {belongs}"


def proposal_in_words(proposal: Proposal, indicator: Indicator) -> str:
    """What was measured, which level it proposes and why, and whether the judgement departs from it."""
    reading = proposal.reading
    value = f"{exact(reading.value)} {indicator.unit}"
    if reading.numerator is not None and reading.denominator is not None:
        factor = "100 x " if indicator.measure == "percentage" else ""
        value = f"{factor}{exact(reading.numerator)} / {exact(reading.denominator)} = {value}"
    band = next((band for band in indicator.levels if band.holds(reading.value)), None)
    proposes = "in no band, so it proposes nothing" if band is None else f"proposes {band.rating} ({band.in_words})"
    verdict = "the judgement departs from it" if proposal.departs else "the judgement follows it"
    source = f" Source: {reading.source}." if reading.source else ""
    return f"{indicator.title}: {value}, {proposes}" + (f"; {verdict}." if band is not None else ".") + source
