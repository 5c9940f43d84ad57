"""Sentences of the Evaluation of the Domestic Abuse Duty (MHCLG, July 2025), executive summary and chapter 6."""

from __future__ import annotations

import pytest

from tests.making import SHIPPED_STUDY
from vfi import load_study, score
from vfi.audit.claims import ClaimAudit, Judged, Verdict, judge_claims


@pytest.fixture(scope="module")
def audit() -> ClaimAudit:
    return judge_claims(score(load_study(SHIPPED_STUDY)))


def claims_with(audit: ClaimAudit, words: str) -> list[Judged]:
    return [entry for entry in audit.judged if words in entry.claim.sentence]


def test_at_least_thirty_sentences_are_checked(audit: ClaimAudit) -> None:
    assert len(audit.judged) >= 30
    assert len(audit.of(Verdict.TRUE)) + len(audit.of(Verdict.FALSE)) >= 30


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("15 of the 19 the case study LAs met at least one", "15 of 19"),
        ("the majority of the 19 LA areas being assessed as poor", "10 of 19 (52.6%)"),
        ("14 were operating at or near full capacity", "14 of 19"),
        ("remaining 5 of 19 LAs", "5 of 19"),
        ("increases were concentrated in 9 of the 19", "9 of 19"),
        ("No LAs received an excellent assessment", "0 of 19 (0.0%)"),
        ("almost all the case-study LAs were unable to support", "18 of 19 (94.7%)"),
        ("considered overall the LAs made good use", "Good"),
        ("Overall, the duty was assessed as providing good", "Good"),
        ("from 21,170 (2022/23) to 24,940 (2023/24)", "+17.8%"),
    ],
)
def test_sentences_that_hold(audit: ClaimAudit, words: str, figure: str) -> None:
    (found,) = claims_with(audit, words)
    assert (found.verdict, found.figure) == (Verdict.TRUE, figure)


def test_parts_of_one_sentence(audit: ClaimAudit) -> None:
    assert [entry.figure for entry in claims_with(audit, "10 areas rated poor and 4 rated excellent")] == [
        "10 of 19", "4 of 19",
    ]  # fmt: skip
    assert [entry.figure for entry in claims_with(audit, "from 42% to 39%")] == ["41.8%", "39.0%"]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("57% increase in victim-survivors", "between 3% and 52%"),
        ("which was a 23% increase", "+32.2%"),
        ("almost all LAs followed at least one", "15 of 19 (78.9%)"),
    ],
)
def test_sentences_that_do_not_hold(audit: ClaimAudit, words: str, figure: str) -> None:
    false = [entry for entry in claims_with(audit, words) if entry.verdict is Verdict.FALSE]
    assert [entry.figure for entry in false] == [figure]


def test_nothing_else_is_false(audit: ClaimAudit) -> None:
    assert len(audit.of(Verdict.FALSE)) == 3


def test_sentences_that_contradict_each_other(audit: ClaimAudit) -> None:
    pairs = {
        frozenset((entry.claim.sentence[:40], audit_of.claim.sentence[:40]))
        for entry in audit.judged
        for audit_of in audit.judged
        if audit_of.claim.id in entry.contradicts
    }
    assert pairs == {
        frozenset(("Across the 19 LAs case studies there was", "The MI for the 19 case study LA areas co")),
        frozenset(("15 of the 19 the case study LAs met at l", "almost all LAs followed at least one of ")),
    }
