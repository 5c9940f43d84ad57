"""Whether a rubric is one in which a higher judgement can never lower a rating, as far as its form
tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.robustness.search.watching import Watching
    from vfi.rubric.models.rubric import Rubric


def rises_with_scores(watching: Watching) -> bool:
    """Whether, above the criteria, a higher score can never make anything lower: by the rules, and
    by the hurdles.

    Rules with rows or bands may do otherwise, and so may hurdles that are triggered by high levels.
    """
    rubric = watching.rubric
    above = [node for node in rubric.node_ids if node not in rubric.judged]
    conditions = (condition for hurdle in rubric.hurdles for condition in hurdle.when)
    rises = all(rubric.step_of(node).rises for node in above)
    return rises and all(condition.rises_with_low_levels for condition in conditions)


def has_scores(rubric: Rubric) -> bool:
    """Whether any step takes scores."""
    return any(rubric.step_of(node).of == "scores" for node in (*rubric.children[OVERALL], OVERALL))
