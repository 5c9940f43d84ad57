"""What prose may look up beside ratings and counts: verdicts on claims, unrounded scores, where
standards come from.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import get_args

from vfi.audit.claims import ClaimAudit, JudgedClaim, judge_claims
from vfi.problems import InvalidInput, NotFound, listed, nearest, quoted
from vfi.rubric.models.standards import Status
from vfi.scoring import Node, Scorecard, of_scores
from vfi.scoring.landmarks import score_in_words


def citing_look_ups(scorecard: Scorecard) -> dict[str, Callable[..., str]]:
    """The look-ups by name; each raises NotFound for what is not there."""

    @cache
    def claims() -> ClaimAudit:
        try:
            return judge_claims(scorecard)
        except InvalidInput as error:
            raise NotFound(
                f"claims.csv has mistakes, the first of them: {error.problems[0]}"
            ) from error

    def claim(name: str) -> JudgedClaim:
        by_id = {entry.claim.id: entry for entry in claims().judged}
        if name not in by_id:
            raise NotFound(
                f"there is no claim {quoted(name)}; {nearest(name, by_id) or listed(by_id)}"
            )
        return by_id[name]

    def figure(name: str) -> str:
        return claim(name).figure or claim(name).label

    return {
        "verdict": lambda name: claim(name).label,
        "figure": figure,
        "score_of_scores": lambda node: _score(_of_scores(scorecard, node)),
        "rating_of_scores": lambda node: _of_scores(scorecard, node).result,
        "standards": lambda provenance: _standards(scorecard, provenance),
    }


def _of_scores(scorecard: Scorecard, node_id: str) -> Node:
    node = of_scores(scorecard, node_id)
    if node is None:
        raise NotFound(
            f"{node_id} has no score of unrounded scores: a rule at it or below it compares levels"
        )
    return node


def _score(node: Node) -> str:
    return score_in_words(node) or node.result


def _standards(scorecard: Scorecard, provenance: str) -> str:
    known = get_args(Status)
    if provenance not in known:
        raise NotFound(
            f"no standard is {quoted(provenance)}; {nearest(provenance, known) or listed(known)}"
        )
    parts = scorecard.study.rubric.judged.values()
    return str(
        sum(
            standard.provenance.kind == provenance
            for part in parts
            for standard in part.standards.values()
        )
    )
