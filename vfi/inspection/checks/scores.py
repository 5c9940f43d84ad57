"""What ratings decide, and what they do not, of nodes that take unrounded scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.problems import listed
from vfi.profiles.scores import ScoresTried, takes_scores, try_scores
from vfi.rubric.consistency.perspectives import placed_under
from vfi.rubric.consistency.steps import LocatedStep, placed_steps

if TYPE_CHECKING:
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.rubric import Rubric


@dataclass(frozen=True, slots=True)
class OfScores:
    """A node that takes scores, with the profiles of ratings below it.

    Attributes:
        node: the node.
        perspective: the perspective under which it does; "" for the rubric itself.
        tried: the profiles, and what each leaves possible.
    """

    node: str
    perspective: str
    tried: ScoresTried


def check_scores(rubric: Rubric, report: Report) -> list[OfScores]:
    """Tell levels that no scores give, and return how far ratings decide for each node that takes
    scores.
    """
    looked_at = []
    for changed, placed, perspective in _placed(rubric):
        for node in placed.nodes:
            if not takes_scores(changed, node):
                continue
            tried_scores = try_scores(changed, node, with_missing=False)
            looked_at.append(OfScores(node, perspective, tried_scores))
            reached = {rating for entry in tried_scores.possible for rating in entry.ratings}
            missed = [level for level in tried_scores.space.scale.names if level not in reached]
            if tried_scores.is_all and missed:
                message = f"no scores below {node} for which it is rated {listed(missed)}"
                report.warn(
                    placed.path, message, "a rule by which every level of the scale can be reached"
                )
    return looked_at


def _placed(rubric: Rubric) -> Iterator[tuple[Rubric, LocatedStep, str]]:
    for placed in placed_steps(rubric):
        yield rubric, placed, ""
    for position, perspective in enumerate(rubric.perspectives):
        changed = rubric.under(perspective.id)
        for placed in placed_under(rubric, position):
            if placed.path[0] == "perspectives":
                yield changed, placed, perspective.id
