"""The sentences of a report against its study: each recomputed, and those of one subject against each other."""

from __future__ import annotations

from vfi.audit.claims.contradictions import contradictions
from vfi.audit.claims.judging import judge
from vfi.audit.claims.verdicts import LABELS, ClaimAudit, Judged, Verdict
from vfi.problems import InvalidInput
from vfi.scoring import Scorecard

__all__ = ["LABELS", "ClaimAudit", "Judged", "Verdict", "judge_claims"]


def judge_claims(scorecard: Scorecard) -> ClaimAudit:
    """The verdict on every claim of a study, in the order of `claims.csv`.

    Raises:
        InvalidInput: the file has mistakes; all of them are in `problems`.
    """
    study = scorecard.study
    if study.claim_problems:
        raise InvalidInput(study.claim_problems)
    contradicted = contradictions(study.claims, scorecard)
    return ClaimAudit(study, tuple(judge(claim, scorecard, contradicted[claim.id]) for claim in study.claims))
