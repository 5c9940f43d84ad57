from __future__ import annotations

import pytest

from tests.audit.claims.making import audited, claim, on
from vfi.audit.claims.verdicts import LABELS, JudgedClaim, Verdict
from vfi.study.models import ClaimKind, Relation

CLAIM = claim(ClaimKind.COUNT)


@pytest.mark.parametrize(
    ("verdict", "reading", "label"),
    [
        (Verdict.TRUE, "", "true"),
        (Verdict.TRUE, "so it is read", "true as read"),
        (Verdict.CANNOT_FAIL, "so it is read", "cannot fail"),
    ],
)
def test_only_what_is_decided_is_decided_as_read(
    verdict: Verdict, reading: str, label: str
) -> None:
    judged = JudgedClaim(CLAIM, verdict, "", "words", reading)
    assert judged.label == label
    assert label in LABELS


@pytest.mark.parametrize("verdict", Verdict)
def test_what_fails_or_is_contradicted_is_doubtful(verdict: Verdict) -> None:
    fails = verdict in (Verdict.FALSE, Verdict.DOES_NOT_FOLLOW, Verdict.IMPOSSIBLE)
    judged = JudgedClaim(CLAIM, verdict, "", "words")
    assert (judged.fails, judged.is_doubtful) == (fails, fails)
    assert JudgedClaim(CLAIM, verdict, "", "words", contradicts=("C2",)).is_doubtful


def test_an_audit_counts_every_label_and_finds_the_claims_of_one() -> None:
    right = claim(ClaimKind.COUNT, Relation.IS, "3", id="C1", subject="x", **on("L2"))
    wrong = claim(ClaimKind.COUNT, Relation.IS, "4", id="C2", subject="x", **on("L2"))
    audit = audited(right, wrong)
    assert {label: count for label, count in audit.counts.items() if count} == {
        "true": 1,
        "false": 1,
    }
    assert [entry.claim.id for entry in audit.of("false")] == ["C2"]
    assert [entry.claim.id for entry in audit.doubtful] == ["C1", "C2"]
    assert audit.contradicted == 2
