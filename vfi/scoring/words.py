"""The words for rules and thresholds, shared by the commands and the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.numbers import exact
from vfi.scoring.landmarks import landmarks_of_reading
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.step import step_in_words

if TYPE_CHECKING:
    from vfi.rubric.models.indicators import Indicator
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Node, Proposal
    from vfi.synthesis.outcome import Margin
    from vfi.synthesis.rule import Rule

CASES = "the levels that the cases were judged at"


def rule_of_node(rubric: Rubric, node_id: str, of_case: bool = False) -> str:
    """A few sentences that say how the step of a node combines what is below it.

    Args:
        rubric: the rubric.
        node_id: the node.
        of_case: whether the node is that of a single case.
    """
    step, plural = rubric.step_of(node_id), rubric.plural_below(node_id)
    if node_id in rubric.judged:
        return step_in_words(step, CASES)
    if of_case and node_id != OVERALL and rubric.is_right_above_judgements(node_id):
        return step_in_words(step, f"the levels that the case was judged at on its {plural}")
    whose = "the" if node_id == OVERALL else "its"
    return step_in_words(step, f"{_taken(step)} of {whose} {plural}")


def rule_of_tier(rubric: Rubric, key: str, step: Rule | None = None) -> str:
    """A few sentences that say how the nodes of a tier are rated, those that cases are not judged
    on.

    Args:
        rubric: the rubric.
        key: the tier, or `overall`.
        step: the step, where it is not the rubric's own.
    """
    step = rubric.synthesis[key] if step is None else step
    below = rubric.tier_below(key)
    if below is None:
        return step_in_words(step, CASES)
    whose = "the" if key == OVERALL else "its"
    return step_in_words(step, f"{_taken(step)} of {whose} {below.plural}")


def _taken(step: Rule) -> str:
    return f"the {step.of}" if step.of == "ratings" else "the unrounded scores"


def thresholds_in_words(node: Node) -> list[str]:
    """How far the value is from where the rating below ends and the rating above begins, before
    hurdles.
    """
    if node.value is None or node.before is None or node.margin is None:
        return []
    if node.row is not None:
        return list(_edges_in_words(node.value, node.margin))
    return list(_neighbours_in_words(node.value, node.before, node.margin, node.scale.names))


def _neighbours_in_words(
    value: Fraction, rating: str, margin: Margin, names: Sequence[str]
) -> Iterator[str]:
    place = names.index(rating)
    if margin.lower is not None:
        threshold, included = margin.lower
        below = (
            f"below it {names[place - 1]} ends"
            if included
            else f"at it {names[place - 1]} still holds"
        )
        reach = _reach(value, threshold)
        yield f"{reach} the threshold of {exact(threshold)}, where {rating} begins ({below})"
    if margin.upper is not None:
        threshold, _ = margin.upper
        reach = _reach(value, threshold)
        yield f"{reach} the threshold of {exact(threshold)}, where {names[place + 1]} begins"


def _edges_in_words(value: Fraction, margin: Margin) -> Iterator[str]:
    for name, edge in (("lower", margin.lower), ("upper", margin.upper)):
        if edge is not None:
            belongs = "belongs to the band" if edge[1] else "does not belong to it"
            yield (
                f"{_reach(value, edge[0])} the {name} edge of its band, {exact(edge[0])}, which "
                f"{belongs}"
            )


def _reach(value: Fraction, landmark: Fraction) -> str:
    """`exactly on`, or how far above or below."""
    if value == landmark:
        return "exactly on"
    side = "above" if value > landmark else "below"
    return f"{exact(abs(value - landmark), landmarks=(0,))} {side}"


def proposal_in_words(proposal: Proposal, indicator: Indicator) -> str:
    """What was measured, which level it proposes and why, and whether the judgement departs from
    it.
    """
    reading = proposal.reading
    value = f"{exact(reading.value, landmarks=landmarks_of_reading(indicator))} {indicator.unit}"
    if reading.numerator is not None and reading.denominator is not None:
        factor = "100 x " if indicator.measure == "percentage" else ""
        value = f"{factor}{exact(reading.numerator)} / {exact(reading.denominator)} = {value}"
    band = next((band for band in indicator.levels if band.holds(reading.value)), None)
    proposes = (
        "in no band, so it proposes nothing"
        if band is None
        else f"proposes {band.rating} ({band.in_words})"
    )
    verdict = "the judgement departs from it" if proposal.departs else "the judgement follows it"
    source = f" Source: {reading.source}." if reading.source else ""
    return (
        f"{indicator.title}: {value}, {proposes}"
        + (f"; {verdict}." if band is not None else ".")
        + source
    )
