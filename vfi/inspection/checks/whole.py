"""A rubric's nodes all together: what becomes of them, hurdles and all, for given ratings of its
criteria.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vfi.synthesis.condition import Circumstances
from vfi.synthesis.hurdles import HurdleOutcome, limit
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric

Levels = Mapping[str, str | None]


def hurdle_outcomes(
    rubric: Rubric, order: Sequence[str], levels: Levels, failures: Mapping[str, Sequence[str]]
) -> list[HurdleOutcome]:
    """What each hurdle does where criteria and holistic groups are at these levels.

    Args:
        rubric: the rubric.
        order: its nodes in the order of evaluation.
        levels: the rating of everything that is judged, before hurdles.
        failures: the cases that each failure indicator is recorded for.
    """
    reached: dict[str, Input] = {}
    scales = {node: rubric.rating_scale(node) for node in order}
    all_outcomes: list[HurdleOutcome] = []
    for node in order:
        before = (
            _at(node, levels[node], rubric)
            if node in rubric.judged
            else _rated(node, reached, rubric)
        )
        after = {name: entry.level for name, entry in reached.items()}
        circumstances = Circumstances(after, scales, failures)
        hurdles = [hurdle for hurdle in rubric.hurdles if hurdle.node == node]
        outcomes = limit(before.level, scales[node], hurdles, circumstances, rubric)
        all_outcomes += outcomes
        reached[node] = _limited(before, outcomes)
    return all_outcomes


def _at(node: str, level: str | None, rubric: Rubric) -> Input:
    scale = rubric.rating_scale(node)
    return Input(node, level, None if level is None else scale.by_name[level].value, scale)


def _rated(node: str, reached: Mapping[str, Input], rubric: Rubric) -> Input:
    step = rubric.step_of(node)
    inputs = [reached[child] for child in rubric.children[node]]
    if step.of == "ratings":
        inputs = [_at(entry.id, entry.level, rubric) for entry in inputs]
    outcome = synthesise(step, inputs, rubric.rating_scale(node))
    return Input(
        node, outcome.rating, outcome.value if outcome.rating else None, rubric.rating_scale(node)
    )


def _limited(before: Input, outcomes: Sequence[HurdleOutcome]) -> Input:
    """A node as its parent gets it: a score is not above the level that a hurdle left."""
    if before.value is None or before.scale is None or not outcomes:
        return before
    caps = [
        before.scale.by_name[outcome.hurdle.ceiling(before.scale)].value
        for outcome in outcomes
        if outcome.triggered
    ]
    return Input(before.id, outcomes[-1].after, min([before.value, *caps]), before.scale)
