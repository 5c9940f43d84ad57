from __future__ import annotations

import pytest

from tests.audit.claims.making import Where, claim, judged, on
from vfi.study.models import ClaimKind, Relation


@pytest.mark.parametrize(
    ("kind", "relation", "value", "rest"),
    [
        (ClaimKind.COUNT, Relation.AT_LEAST, "0", on("L2")),
        (ClaimKind.COUNT, Relation.AT_MOST, "10", on("L2")),
        (ClaimKind.SHARE, Relation.AT_LEAST, "0%", on("L2")),
        (ClaimKind.SHARE, Relation.ALL, "", on("L0 L1 L2 L3")),
        (ClaimKind.RATING, Relation.AT_LEAST, "", on("L0")),
        (ClaimKind.RATING, Relation.AT_MOST, "", on("L3")),
        (ClaimKind.SIZE, Relation.AT_LEAST, "1", {"level": "cases"}),
    ],
)
def test_a_claim_that_nothing_could_make_false_is_not_called_true(
    kind: ClaimKind, relation: Relation, value: str, rest: Where
) -> None:
    assert judged(claim(kind, relation, value, **rest)).label == "cannot fail"


@pytest.mark.parametrize(
    ("kind", "relation", "value", "rest"),
    [
        (ClaimKind.COUNT, Relation.AT_LEAST, "1", on("L2")),
        (ClaimKind.COUNT, Relation.AT_MOST, "9", on("L2")),
        (ClaimKind.RATING, Relation.AT_LEAST, "", on("L1")),
    ],
)
def test_a_claim_that_could_be_false_and_is_not_is_true(
    kind: ClaimKind, relation: Relation, value: str, rest: Where
) -> None:
    assert judged(claim(kind, relation, value, **rest)).label == "true"
