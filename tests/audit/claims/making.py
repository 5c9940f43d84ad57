"""Claims about a study of ten cases on two criteria, one of them with insufficient evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from tests.making import rubric_of, study_of
from vfi.audit.claims import judge_claims
from vfi.audit.claims.verdicts import ClaimAudit, JudgedClaim
from vfi.inputs.printed import Printed, printed_number
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import Claim, ClaimKind, Relation


class Where(TypedDict, total=False):
    """Of which node a claim is, and of which of its levels."""

    node: str
    level: str
    levels: tuple[str, ...]


class Parts(Where, total=False):
    """The fields of a claim that few claims have."""

    id: str
    sentence: str
    subject: str
    population: str
    other: str
    case: str
    figures: tuple[Printed, ...]
    answer: str
    reading: str


LEVELS = ["L0", "L0", "L1", "L2", "L2", "L2", "L3", "L3", "L3", None]


def scorecard_with(*claims: Claim) -> Scorecard:
    """On D1.1 2 cases at L0, 1 at L1, 3 at L2, 3 at L3 and 1 without evidence; on D2.1 all are at
    L1.
    """
    grid = {f"c{place}": {"D1.1": level, "D2.1": "L1"} for place, level in enumerate(LEVELS)}
    study = study_of(rubric_of([1, 1]), grid)
    return score(
        type(study)(
            about=study.about,
            rubric=study.rubric,
            cases=study.cases,
            judgements=study.judgements,
            claims=claims,
        )
    )


def audited(*claims: Claim) -> ClaimAudit:
    """The audit of these claims."""
    return judge_claims(scorecard_with(*claims))


def judged(claim: Claim) -> JudgedClaim:
    """The verdict on one claim."""
    return audited(claim).judged[0]


def numbers(*texts: str) -> tuple[Printed, ...]:
    """Numbers as printed."""
    return tuple(number for text in texts if (number := printed_number(text)) is not None)


def claim(
    kind: ClaimKind, relation: Relation | None = None, value: str = "", **rest: Unpack[Parts]
) -> Claim:
    """A claim with what a test is about."""
    given = numbers(value)
    plain = Claim(
        id="C1",
        where="p",
        sentence="s",
        kind=kind,
        relation=relation,
        value=given[0] if given else None,
    )
    return replace(plain, **rest)


def on(levels: str, node: str = "D1.1") -> Where:
    """The node and the levels of a claim, which has them as a loaded one does."""
    return {"node": node, "level": levels, "levels": tuple(levels.split())}
