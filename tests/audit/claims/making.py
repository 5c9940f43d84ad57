"""Claims about a study of ten cases on two criteria, one of them with insufficient evidence."""

from __future__ import annotations

from tests.making import rubric_of, study_of
from vfi.audit.claims import ClaimAudit, Judged, judge_claims
from vfi.inputs.printed import Printed, printed_number
from vfi.scoring import Scorecard, score
from vfi.study import Claim, ClaimKind, Relation

LEVELS = ["L0", "L0", "L1", "L2", "L2", "L2", "L3", "L3", "L3", None]


def scorecard_with(*claims: Claim) -> Scorecard:
    """On D1.1 2 cases at L0, 1 at L1, 3 at L2, 3 at L3 and 1 without evidence; on D2.1 all are at
    L1.
    """
    grid = {f"c{place}": {"D1.1": level, "D2.1": "L1"} for place, level in enumerate(LEVELS)}
    study = study_of(rubric_of([1, 1]), grid)
    return score(type(study)(about=study.about, rubric=study.rubric, cases=study.cases,
                             judgements=study.judgements, claims=claims))  # fmt: skip


def audited(*claims: Claim) -> ClaimAudit:
    """The audit of these claims."""
    return judge_claims(scorecard_with(*claims))


def judged(claim: Claim) -> Judged:
    """The verdict on one claim."""
    return audited(claim).judged[0]


def numbers(*texts: str) -> tuple[Printed, ...]:
    """Numbers as printed."""
    return tuple(number for text in texts if (number := printed_number(text)) is not None)


def claim(
    kind: ClaimKind, relation: Relation | None = None, value: str = "", **rest: object
) -> Claim:
    """A claim with what a test is about."""
    given = numbers(value)
    return Claim(**{"id": "C1", "where": "p", "sentence": "s"} | rest, kind=kind, relation=relation,
                 value=given[0] if given else None)  # fmt: skip


def on(levels: str, node: str = "D1.1") -> dict[str, object]:
    """The node and the levels of a claim, which has them as a loaded one does."""
    return {"node": node, "level": levels, "levels": tuple(levels.split())}
