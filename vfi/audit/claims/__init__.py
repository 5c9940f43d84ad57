"""The sentences of a report against its study: each recomputed, and those of one subject against each other."""

from __future__ import annotations

from vfi.audit.claims.contradictions import contradictions
from vfi.audit.claims.judging import judge
from vfi.audit.claims.verdicts import ClaimAudit, Judged, Verdict
from vfi.scoring import Scorecard

__all__ = ["ClaimAudit", "Judged", "Verdict", "judge_claims"]


def judge_claims(scorecard: Scorecard) -> ClaimAudit:
    """The verdict on every claim of a study, in the order of `claims.csv`."""
    study = scorecard.study
    contradicted = contradictions(study.claims, scorecard)
    return ClaimAudit(study, tuple(judge(claim, scorecard, contradicted[claim.id]) for claim in study.claims))
