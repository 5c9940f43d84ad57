"""The ratings as they would be if every step took the unrounded scores of what is below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vfi.scoring.scorecard import rate_together

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard
    from vfi.synthesis.rule import Rule


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
    steps: dict[str, Rule] = {}
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
    return rate_together(replace(scorecard.study, rubric=rubric.with_steps(steps)))[node_id]


def _can_take_scores(step: Rule, below: list[Rule]) -> bool:
    return step.has_number and all(child.is_on_the_scale for child in below)
