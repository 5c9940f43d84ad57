"""Sentences of the Evaluation of the Domestic Abuse Duty (MHCLG, July 2025), executive summary and
chapter 6.
"""

from __future__ import annotations

import pytest

from tests.making import SHIPPED_STUDY
from vfi import load_study, score
from vfi.audit.claims import judge_claims
from vfi.audit.claims.verdicts import ClaimAudit, JudgedClaim
from vfi.study.models import ClaimKind


@pytest.fixture(scope="module")
def audit() -> ClaimAudit:
    return judge_claims(score(load_study(SHIPPED_STUDY)))


def claims_with(audit: ClaimAudit, words: str) -> list[JudgedClaim]:
    return [entry for entry in audit.judged if words in entry.claim.sentence]


SENTENCES = {
    "15 of the 19 the case study LAs met at least one": ("true as read", "15 of 19"),
    "the majority of the 19 LA areas being assessed as poor": ("true", "10 of 19 (52.6%)"),
    "14 were operating at or near full capacity": ("true as read", "14 of 19"),
    "remaining 5 of 19 LAs": ("true as read", "5 of 19"),
    "increases were concentrated in 9 of the 19": ("true as read", "9 of 19"),
    "No LAs received an excellent assessment": ("true", "0 of 19 (0.0%)"),
    "almost all the case-study LAs were unable to support": ("true as read", "18 of 19 (94.7%)"),
    "Most of the case study LAs had made progress": ("true as read", "15 of 19 (78.9%)"),
    "considered overall the LAs made good use": ("true", "Good"),
    "Overall, the duty was assessed as providing good": ("true", "Good"),
    "from 21,170 (2022/23) to 24,940 (2023/24)": ("follows", "+17.8%"),
    "more than double the increase of all LAs": ("follows", "2.26"),
    "all LAs in England, which was a 23% increase": ("does not follow", "+32.2%"),
    "almost all LAs followed at least one": ("false as read", "15 of 19 (78.9%)"),
    "(77%) held Local Partnership Board meetings quarterly": (
        "impossible",
        "14 of 19 is 73.7% and 15 of 19 is 78.9%",
    ),
    "this progress was limited in a proportion of the LAs": ("not checkable", ""),
}
DOUBTFUL = {"C12", "C27", "C32", "C52", "C53"}
CONTRADICTIONS = {("C16", "C32"), ("C54", "C55"), ("C56", "C57"), ("C58", "C59")}


@pytest.mark.parametrize("words", SENTENCES)
def test_sentences_of_the_report(audit: ClaimAudit, words: str) -> None:
    entry = claims_with(audit, words)[-1]
    assert (entry.label, entry.figure) == SENTENCES[words]


def test_at_least_forty_sentences_are_decided(audit: ClaimAudit) -> None:
    assert len(audit.judged) - len(audit.of("not checkable")) >= 40


def test_parts_of_one_sentence(audit: ClaimAudit) -> None:
    entries = claims_with(audit, "10 areas rated poor and 4 rated excellent")
    assert [entry.figure for entry in entries] == ["10 of 19", "4 of 19"]
    assert [entry.figure for entry in claims_with(audit, "from 42% to 39%")] == ["41.8%", "39.0%"]


def test_the_verdict_on_every_criterion_is_checked_and_true(audit: ClaimAudit) -> None:
    ratings = {
        entry.claim.node: entry.label
        for entry in audit.judged
        if entry.claim.kind is ClaimKind.RATING
    }
    assert ratings == dict.fromkeys(audit.study.rubric.node_ids, "true")


def test_nothing_else_fails(audit: ClaimAudit) -> None:
    assert {entry.claim.id for entry in audit.judged if entry.fails} == DOUBTFUL


def test_sentences_that_contradict_each_other(audit: ClaimAudit) -> None:
    pairs = {
        tuple(sorted((entry.claim.id, other)))
        for entry in audit.judged
        for other in entry.contradicts
    }
    assert pairs == CONTRADICTIONS


def test_what_is_said_of_adults_does_not_contradict_what_is_said_of_all(audit: ClaimAudit) -> None:
    """57% of victim-survivors and 52% of adult victim-survivors are figures of two populations."""
    of_both = [
        *claims_with(audit, "57% increase in victim-survivors"),
        *claims_with(audit, "showed a 52% increase"),
    ]
    assert len({entry.claim.population for entry in of_both if entry.claim.subject}) == 2
    assert not any(entry.contradicts for entry in of_both)


def test_sentences_of_another_document_are_held_against_those_of_the_report(
    audit: ClaimAudit,
) -> None:
    documents = {entry.claim.id: entry.claim.document for entry in audit.judged}
    between = {pair for pair in CONTRADICTIONS if len({documents[name] for name in pair}) == 2}
    assert between == {("C54", "C55"), ("C56", "C57")}


def test_a_hedge_is_not_lost(audit: ClaimAudit) -> None:
    (entry,) = claims_with(audit, "almost all LAs followed at least one")
    assert entry.claim.hedge == "suggests"
