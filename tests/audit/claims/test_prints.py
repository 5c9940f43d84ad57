from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.audit.claims.making import claim, numbers, on, scorecard_with
from tests.making import SHIPPED_STUDY
from vfi.audit.claims import judge_claims, narrative_warnings
from vfi.audit.claims.prints import doubtful_prints
from vfi.problems import Severity
from vfi.study.loading import load_study
from vfi.study.models import Claim, ClaimKind, Relation

DOES_NOT_FOLLOW = claim(
    ClaimKind.CHANGE,
    Relation.IS,
    "23%",
    figures=numbers("29,500", "39,010"),
    sentence="It rose by a 23% increase",
)
TWO_PARTS = "Nothing here.\n\nIt is said that {}.\n"


def found(narrative: Mapping[str, str], *claims: Claim) -> list[tuple[str, int, str, str]]:
    scorecard = scorecard_with(*claims)
    study = replace(scorecard.study, narrative=narrative)
    prints = doubtful_prints(study, judge_claims(scorecard).judged)
    return [
        (each.paragraph.file, each.paragraph.line, each.claim.claim.id, each.printed)
        for each in prints
    ]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("it was 23% in England", "23%"),
        ("it was 23 per cent, in England", "23 per cent"),
        ("it “rose by a 23% increase.”", "23%"),
        ("it rose\nby a 23% increase", "the sentence"),
        ("it was 123% in England", ""),
        ("it was 23.5% in England", ""),
        ("23 LAs of England", ""),
        ("it was 23%, which is wrong (C1)", ""),
        ('it was 23%, which {{ verdict("C1") }}', ""),
        ("it was 23%, and see C11", "23%"),
    ],
)
def test_prints_of_a_claim_that_fails(words: str, printed: str) -> None:
    expected = [("demo-study/narrative/E3.md", 3, "C1", printed)] if printed else []
    assert (
        found({"summary": "No figure.", "E3": TWO_PARTS.format(words)}, DOES_NOT_FOLLOW) == expected
    )


def test_a_figure_of_a_claim_that_holds_is_no_sign_of_one_that_fails() -> None:
    same = claim(ClaimKind.EXTERNAL, Relation.AT_MOST, "23%", id="C2")
    assert found({"E3": "It was 23%."}, DOES_NOT_FOLLOW, same) == []


def test_small_counts_are_told_by_their_sentence_alone() -> None:
    count = claim(ClaimKind.COUNT, Relation.IS, "5", sentence="Five are so", **on("L2"))
    assert found({"E3": "There were 5 of them."}, count) == []
    assert [entry[-1] for entry in found({"E3": "As it says, five are so."}, count)] == [
        "the sentence"
    ]


def test_what_holds_may_be_printed() -> None:
    holds = claim(
        ClaimKind.CHANGE,
        Relation.IS,
        "32%",
        figures=numbers("29,500", "39,010"),
        sentence="It rose by 32%",
    )
    assert found({"E3": "It rose by 32%."}, holds) == []


def test_the_shipped_report_prints_no_failing_claim_as_a_fact() -> None:
    study = load_study(SHIPPED_STUDY)
    assert narrative_warnings(study) == ()
    as_facts = replace(study, narrative={"E3": "Adults supported rose by 23% in England."})
    (warning,) = narrative_warnings(as_facts)
    assert (warning.severity, warning.line) == (Severity.WARNING, 1)
    assert warning.found.startswith("23%, which is in claim C27 (does not follow)")
    assert warning.expected == '{{ verdict("C27") }} in the same paragraph'
