from __future__ import annotations

from fractions import Fraction

import pytest

from tests.audit.claims.making import claim, numbers
from vfi.audit.claims.assertions import (
    allowed_by,
    allowed_share,
    exactly,
    meaning,
    printed_value,
    stated_value,
)
from vfi.study.models import ClaimKind, Relation


@pytest.mark.parametrize(
    ("relation", "inside", "outside"),
    [
        (Relation.IS, 3, 4),
        (Relation.AT_LEAST, 3, 2),
        (Relation.AT_MOST, 3, 4),
        (Relation.MORE_THAN, 4, 3),
        (Relation.FEWER_THAN, 2, 3),
    ],
)
def test_values_that_a_relation_allows(relation: Relation, inside: int, outside: int) -> None:
    allowed = allowed_by(relation, exactly(3))
    assert inside in allowed
    assert outside not in allowed


def test_a_printed_percentage_is_as_wide_as_its_last_digit() -> None:
    (value,) = numbers("52%")
    assert Fraction(515, 1000) in printed_value(value)
    assert Fraction(514, 1000) not in printed_value(value)
    assert Fraction(515, 1000) not in stated_value(value)
    assert Fraction(52, 100) in stated_value(value)


@pytest.mark.parametrize(
    ("relation", "low", "inside"),
    [
        (Relation.ALL, Fraction(99, 100), Fraction(1)),
        (Relation.ALMOST_ALL, Fraction(89, 100), Fraction(9, 10)),
        (Relation.MAJORITY, Fraction(1, 2), Fraction(51, 100)),
        (Relation.MOST, Fraction(1, 2), Fraction(51, 100)),
        (Relation.NONE, Fraction(1, 100), Fraction(0)),
    ],
)
def test_shares_that_a_word_allows(relation: Relation, low: Fraction, inside: Fraction) -> None:
    allowed = allowed_share(claim(ClaimKind.SHARE, relation))
    assert inside in allowed
    assert low not in allowed


def test_words_without_doubt_have_no_meaning_to_state() -> None:
    assert meaning(claim(ClaimKind.SHARE, Relation.ALL)) == ""
    assert meaning(claim(ClaimKind.COUNT, Relation.IS, "3")) == ""
