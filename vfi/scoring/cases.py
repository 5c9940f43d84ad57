"""How many cases are at which level of a node: what "5 of 12 authorities are Good overall"
counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vfi.scoring.models import CaseScore, Scorecard
    from vfi.synthesis.outcome import State
    from vfi.synthesis.scale import Scale


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """The cases of a study by where each stands on one node.

    On what cases are judged on, a case stands where it was judged; on a node above, at its own
    rating by the same rules, after hurdles and as computed, whatever the panel settled on.

    Attributes:
        scale: the scale of their levels.
        levels: how many cases are at each level, the lowest first.
        missing: how many have none for insufficient evidence.
        undetermined: how many have none because the rule gives no answer.
    """

    scale: Scale
    levels: Mapping[str, int]
    missing: int
    undetermined: int

    @property
    def judged(self) -> int:
        """How many cases have a level."""
        return sum(self.levels.values())

    def at(self, levels: Iterable[str]) -> int:
        """How many cases are at any of some levels."""
        return sum(self.levels[level] for level in levels)

    def share(self, levels: Iterable[str]) -> Fraction | None:
        """The share of the cases with a level that are at any of some levels; None where no case
        has one.
        """
        return Fraction(self.at(levels), self.judged) if self.judged else None


def count_cases(scorecard: Scorecard, node_id: str) -> CaseCounts:
    """The cases of a scorecard by their level on a node.

    Raises:
        NotFound: the rubric has no such node.
    """
    node = scorecard.node(node_id)
    is_judged = node_id in scorecard.study.rubric.judged
    scale = scorecard.study.rubric.judgement_scale(node_id) if is_judged else node.scale
    standing = Counter(_standing(case, node_id, is_judged) for case in scorecard.cases)
    levels = {level: standing[level, "rated"] for level in scale.names}
    return CaseCounts(
        scale, levels, standing[None, "insufficient evidence"], standing[None, "undetermined"]
    )


def _standing(case: CaseScore, node_id: str, is_judged: bool) -> tuple[str | None, State] | None:
    """The level of a case and its state; None where it was not judged."""
    if not is_judged:
        node = case.nodes[node_id]
        return node.rating, node.state
    if node_id not in case.levels:
        return None
    level = case.levels[node_id]
    return level, "insufficient evidence" if level is None else "rated"
