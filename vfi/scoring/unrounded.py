"""The ratings as they would be if every step took the unrounded scores of what is below it."""

from __future__ import annotations

from dataclasses import replace

from vfi.rubric import AnyStep, Perspective, Rubric
from vfi.rubric.models import OVERALL, Bands, OtherSynthesis
from vfi.scoring.models import Node, Scorecard
from vfi.scoring.scorecard import rate_together
from vfi.synthesis.steps import LevelStep


def of_scores(scorecard: Scorecard, node_id: str) -> Node | None:
    """A node over all cases, were it and every node below it to take unrounded scores and not
    ratings.

    None where that cannot be: its rule compares levels, or what is below it has scores in another
        unit.

    Raises:
        NotFound: the rubric has no such node.
    """
    rubric = scorecard.study.rubric
    rated = scorecard.node(node_id)
    steps: dict[str, AnyStep] = {}
    waiting = [node_id]
    while waiting:
        node = waiting.pop()
        children = rubric.children.get(node, ())
        step = rubric.step_of(node)
        if children and not _can_take_scores(step, [rubric.step_of(child) for child in children]):
            return None
        if children:
            steps[node] = step.model_copy(update={"of": "scores"})
        waiting += children
    if not steps:
        return rated  # made of judgements, which have only the one value
    return rate_together(replace(scorecard.study, rubric=_with(rubric, steps)))[node_id]


def _can_take_scores(step: AnyStep, below: list[AnyStep]) -> bool:
    in_other_units = any(isinstance(child, Bands) and child.on != "mean" for child in below)
    return not isinstance(step, LevelStep) and not in_other_units


def _with(rubric: Rubric, steps: dict[str, AnyStep]) -> Rubric:
    nodes = {node: step for node, step in steps.items() if node != OVERALL}
    overall = OtherSynthesis(overall=steps[OVERALL]) if OVERALL in steps else None
    other = Perspective(
        id="of-scores", title="Scores", reason="Scores", synthesis=overall, nodes=nodes or None
    )
    return rubric.model_copy(update={"perspectives": (other,)}).under(other.id)
