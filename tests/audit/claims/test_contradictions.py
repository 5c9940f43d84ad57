from __future__ import annotations

import pytest

from tests.audit.claims.making import audited, claim, on
from vfi.study.models import Claim, ClaimKind, Relation


def contradict(one: Claim, other: Claim) -> bool:
    first, second = audited(one, other).judged
    assert first.contradicts == (("C2",) if first.contradicts else ())
    assert bool(first.contradicts) == bool(second.contradicts)
    return bool(first.contradicts)


def external(name: str, relation: Relation, value: str, subject: str = "x") -> Claim:
    return claim(ClaimKind.EXTERNAL, relation, value, id=name, subject=subject)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((Relation.IS, "52%"), (Relation.IS, "57%"), True),
        ((Relation.IS, "52%"), (Relation.IS, "52.4%"), False),
        ((Relation.IS, "52%"), (Relation.IS, "52.6%"), True),
        ((Relation.MORE_THAN, "52%"), (Relation.AT_MOST, "52%"), True),
        ((Relation.AT_LEAST, "52%"), (Relation.AT_MOST, "52%"), False),
        ((Relation.FEWER_THAN, "52%"), (Relation.AT_LEAST, "52%"), True),
        ((Relation.IS, "52"), (Relation.IS, "57%"), False),
    ],
)
def test_values_of_one_subject(
    one: tuple[Relation, str], other: tuple[Relation, str], expected: bool
) -> None:
    assert contradict(external("C1", *one), external("C2", *other)) is expected


def test_other_subjects_do_not_contradict() -> None:
    assert not contradict(external("C1", Relation.IS, "1%"), external("C2", Relation.IS, "2%", "y"))
    assert not contradict(
        external("C1", Relation.IS, "1%", ""), external("C2", Relation.IS, "2%", "")
    )


@pytest.mark.parametrize(("count", "expected"), [("8", True), ("9", False)])
def test_a_count_is_held_against_almost_all(count: str, expected: bool) -> None:
    counted = claim(ClaimKind.COUNT, Relation.IS, count, id="C1", subject="x", **on("L1 L2 L3"))
    almost = claim(ClaimKind.SHARE, Relation.ALMOST_ALL, id="C2", subject="x", **on("L1 L2 L3"))
    assert contradict(counted, almost) is expected


def test_claims_of_other_levels_are_not_held_against_each_other() -> None:
    one = claim(ClaimKind.COUNT, Relation.IS, "3", id="C1", subject="x", **on("L2"))
    other = claim(ClaimKind.COUNT, Relation.IS, "2", id="C2", subject="x", **on("L0"))
    assert not contradict(one, other)


def test_two_ratings_of_one_node() -> None:
    one = claim(ClaimKind.RATING, Relation.IS, id="C1", subject="x", **on("L2"))
    other = claim(ClaimKind.RATING, Relation.AT_LEAST, id="C2", subject="x", **on("L3"))
    assert contradict(one, other)
    assert not contradict(
        one, claim(ClaimKind.RATING, Relation.AT_LEAST, id="C2", subject="x", **on("L1"))
    )


def test_a_claim_without_a_value_contradicts_nothing() -> None:
    assert not contradict(
        claim(ClaimKind.EXTERNAL, id="C1", subject="x"), external("C2", Relation.IS, "2%")
    )


def named(name: str, answer: str) -> Claim:
    return claim(ClaimKind.WHICH, id=name, subject="x", answer=answer)


def test_two_answers_to_one_question_contradict_each_other() -> None:
    assert contradict(named("C1", "all adults"), named("C2", "some adults"))
    assert not contradict(named("C1", "all adults"), named("C2", "All adults"))


@pytest.mark.parametrize(
    ("population", "other", "expected"), [("", "", True), ("a", "a", True), ("a", "b", False)]
)
def test_two_populations_are_not_held_against_each_other(
    population: str, other: str, expected: bool
) -> None:
    first = claim(
        ClaimKind.EXTERNAL, Relation.IS, "57%", id="C1", subject="x", population=population
    )
    second = claim(ClaimKind.EXTERNAL, Relation.IS, "52%", id="C2", subject="x", population=other)
    assert contradict(first, second) is expected
