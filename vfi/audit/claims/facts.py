"""What the study says to what a claim asserts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from vfi.scoring import Scorecard
from vfi.study import Claim
from vfi.study.claims import scale_meant


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases are at the levels of a claim.

    Attributes:
        at: how many are.
        judged: how many have a level at all.
        missing: how many have none, for insufficient evidence.
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


def tally(claim: Claim, scorecard: Scorecard) -> Tally:
    """How many cases are at the levels of a claim, by judgement or, on a node above, by their own ratings."""
    found = Counter(_level(claim.node, case_id, scorecard) for case_id in [case.id for case in scorecard.cases])
    missing = found.pop(None, 0)
    levels = tuple((level, found[level]) for level in claim.levels)
    return Tally(sum(count for _, count in levels), found.total(), missing, levels)


def scale_of(claim: Claim, scorecard: Scorecard) -> tuple[str, ...]:
    """The levels, the lowest first, of what a claim is about."""
    return scale_meant(scorecard.study.rubric, claim.kind, claim.node, claim.case).names


def _level(node: str, case_id: str, scorecard: Scorecard) -> str | None:
    case = scorecard.case(case_id)
    if node in scorecard.study.rubric.judged:
        return case.levels.get(node)
    return case_rating(node, case_id, scorecard)


def case_rating(node: str, case_id: str, scorecard: Scorecard) -> str | None:
    """The rating of a case on a node; on what cases are judged on, its judgement."""
    case = scorecard.case(case_id)
    rated = {rated.id: rated.rating for rated in (*case.dimensions, case.overall)}
    return rated[node] if node in rated else case.levels.get(node)


def rating(node: str, case_id: str, scorecard: Scorecard) -> str | None:
    """The rating of a node, of one case or of all together."""
    return case_rating(node, case_id, scorecard) if case_id else scorecard.node(node).rating
