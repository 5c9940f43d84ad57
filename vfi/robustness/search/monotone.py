"""Whether a rubric is one in which a higher judgement can never lower a rating, as far as its form
tells.
"""

from __future__ import annotations

from vfi.robustness.search.watching import Watching
from vfi.rubric import Rubric
from vfi.rubric.models import (
    OVERALL,
    Best,
    CountCondition,
    Hurdle,
    Mean,
    Median,
    NodeCondition,
    WeightedMean,
    Worst,
)

RULES = Mean | WeightedMean | Median | Worst | Best


def rises_with_scores(watching: Watching) -> bool:
    """Whether, above the criteria, a higher score can never make anything lower: by the rules, and
    by the hurdles.

    Rules with rows or bands may do otherwise, and so may hurdles that are triggered by high levels.
    """
    rubric = watching.rubric
    above = [node for node in rubric.node_ids if node not in rubric.judged]
    return all(isinstance(rubric.step_of(node), RULES) for node in above) and all(
        _is_triggered_by_low_levels(hurdle) for hurdle in rubric.hurdles
    )


def _is_triggered_by_low_levels(hurdle: Hurdle) -> bool:
    for condition in hurdle.when:
        if not isinstance(condition, NodeCondition | CountCondition):
            continue
        looks_down = condition.selector is not None and condition.selector[0] in (
            "at_or_below",
            "below",
        )
        counts_up = not isinstance(condition, CountCondition) or condition.quantity[0].startswith(
            "at_least"
        )
        if not (looks_down and counts_up):
            return False
    return True


def has_scores(rubric: Rubric) -> bool:
    """Whether any step takes scores."""
    return any(rubric.step_of(node).of == "scores" for node in (*rubric.children[OVERALL], OVERALL))
