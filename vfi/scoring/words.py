"""The words for rules, numbers and thresholds, shared by the commands and the report."""

from __future__ import annotations

from fractions import Fraction

from vfi.rubric import AnyStep, Rubric
from vfi.rubric.rules import step_in_words
from vfi.scoring.models import Kind, Node

BELOW = {
    "criterion": "the levels that the cases were judged at",
    "dimension": "its criteria",
    "overall": "the dimensions",
}


def rule_in_words(step: AnyStep, kind: Kind, of_case: bool = False) -> str:
    """A few sentences that say how a step combines what is below it."""
    if kind == "criterion":
        what = BELOW["criterion"]
    elif kind == "dimension" and of_case:
        what = "the levels that the case was judged at on its criteria"
    else:
        what = f"the {step.of if step.of == 'ratings' else 'unrounded scores'} of {BELOW[kind]}"
    return step_in_words(step, what)


def decimal(value: Fraction, places: int = 4) -> str:
    """A number for reading: at most so many decimal places, without closing zeros."""
    text = f"{float(value):.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact(value: Fraction) -> str:
    """A number for reading with its exact fraction beside it where the decimal places do not hold all of it."""
    shown = decimal(value)
    return shown if Fraction(shown) == value else f"{shown} ({value})"


def thresholds_in_words(node: Node, rubric: Rubric) -> list[str]:
    """How far the value is from where the rating below ends and the rating above begins."""
    if node.value is None or node.rating is None or node.margin is None:
        return []
    names = rubric.scale.names
    place = names.index(node.rating)
    sentences = []
    if node.margin.lower is not None:
        threshold, included = node.margin.lower
        below = f"below it {names[place - 1]} ends" if included else f"at it {names[place - 1]} still holds"
        distance = node.value - threshold
        reach = "exactly on" if distance == 0 else f"{exact(distance)} above"
        sentences.append(f"{reach} the threshold of {decimal(threshold)}, where {node.rating} begins ({below})")
    if node.margin.upper is not None:
        threshold, _ = node.margin.upper
        distance = threshold - node.value
        reach = "exactly on" if distance == 0 else f"{exact(distance)} below"
        sentences.append(f"{reach} the threshold of {decimal(threshold)}, where {names[place + 1]} begins")
    return sentences
