"""What the study says to what a claim asserts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.scoring.cases import count_cases
from vfi.study.claims import scale_of_claim

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard
    from vfi.study.models import Claim


@dataclass(frozen=True, slots=True)
class CaseTally:
    """How many cases are at the levels of a claim.

    Attributes:
        at: how many are.
        judged: how many have a level at all.
        missing: how many have none: for insufficient evidence, or because the rule gives no answer.
        levels: how many are at each level of the claim.
    """

    at: int
    judged: int
    missing: int
    levels: tuple[tuple[str, int], ...]

    @property
    def share(self) -> Fraction | None:
        """The share of the judged cases; None when no case is judged."""
        return Fraction(self.at, self.judged) if self.judged else None


def tally(claim: Claim, scorecard: Scorecard) -> CaseTally:
    """How many cases are at the levels of a claim, by judgement or, on a node above, by their own
    ratings.
    """
    counts = count_cases(scorecard, claim.node)
    levels = tuple((level, counts.levels[level]) for level in claim.levels)
    return CaseTally(
        counts.at(claim.levels), counts.judged, counts.missing + counts.undetermined, levels
    )


def scale_of(claim: Claim, scorecard: Scorecard) -> tuple[str, ...]:
    """The levels, the lowest first, of what a claim is about."""
    return scale_of_claim(scorecard.study.rubric, claim.kind, claim.node, claim.case).names


def node_of(node: str, case_id: str, scorecard: Scorecard) -> Node | None:
    """A node of one case, or of all together; None where the case is not judged on it."""
    return scorecard.case(case_id).nodes.get(node) if case_id else scorecard.node(node)
