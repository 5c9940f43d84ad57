"""What prose may look up beside ratings and counts: verdicts on claims, unrounded scores, where
standards come from.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, get_args

from vfi.problems import NotFound, listed, nearest, quoted
from vfi.rubric.models.standards import Status
from vfi.scoring.landmarks import score_in_words

if TYPE_CHECKING:
    from vfi.audit.claims.verdicts import JudgedClaim
    from vfi.reporting.answers import Citable
    from vfi.scoring.models import Node


def citing_look_ups(citable: Citable) -> dict[str, Callable[..., str]]:
    """The look-ups by name; each raises NotFound for what is not there."""

    def claim(name: str) -> JudgedClaim:
        if citable.mistake:
            raise NotFound(f"claims.csv has mistakes, the first of them: {citable.mistake}")
        if name not in citable.claims:
            known = nearest(name, citable.claims) or listed(citable.claims)
            raise NotFound(f"there is no claim {quoted(name)}; {known}")
        return citable.claims[name]

    def figure(name: str) -> str:
        return claim(name).figure or claim(name).label

    return {
        "verdict": lambda name: claim(name).label,
        "figure": figure,
        "score_of_scores": lambda node: _score(_of_scores(citable, node)),
        "rating_of_scores": lambda node: _of_scores(citable, node).result,
        "standards": lambda provenance: _standards(citable, provenance),
    }


def _of_scores(citable: Citable, node_id: str) -> Node:
    node = citable.of_scores[citable.scorecard.node(node_id).id]
    if node is None:
        raise NotFound(
            f"{node_id} has no score of unrounded scores: a rule at it or below it compares levels"
        )
    return node


def _score(node: Node) -> str:
    return score_in_words(node) or node.result


def _standards(citable: Citable, provenance: str) -> str:
    known = get_args(Status)
    if provenance not in known:
        raise NotFound(
            f"no standard is {quoted(provenance)}; {nearest(provenance, known) or listed(known)}"
        )
    parts = citable.scorecard.study.rubric.judged.values()
    return str(
        sum(
            standard.provenance.kind == provenance
            for part in parts
            for standard in part.standards.values()
        )
    )
