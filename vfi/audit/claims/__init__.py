"""The sentences of a report against its study: each recomputed, and those of one subject against
each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.audit.claims.contradictions import contradictions
from vfi.audit.claims.judging import judge
from vfi.audit.claims.prints import doubtful_prints
from vfi.audit.claims.verdicts import ClaimAudit
from vfi.problems import InvalidInput, Problem
from vfi.scoring.scorecard import score

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard
    from vfi.study.models import Study


def judge_claims(scorecard: Scorecard) -> ClaimAudit:
    """The verdict on every claim of a study, in the order of `claims.csv`.

    Raises:
        InvalidInput: the file has mistakes; all of them are in `problems`.
    """
    study = scorecard.study
    if study.claim_problems:
        raise InvalidInput(study.claim_problems)
    contradicted = contradictions(study.claims, scorecard)
    return ClaimAudit(
        study, tuple(judge(claim, scorecard, contradicted[claim.id]) for claim in study.claims)
    )


def narrative_warnings(study: Study) -> tuple[Problem, ...]:
    """A warning for each paragraph of the narrative that prints what a failing claim asserts
    without naming it.
    """
    if not study.claims or not study.narrative:
        return ()
    return tuple(
        print_.as_problem for print_ in doubtful_prints(study, judge_claims(score(study)).judged)
    )
