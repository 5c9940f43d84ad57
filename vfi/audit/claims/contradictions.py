"""Claims on one subject that cannot all hold, whatever the facts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from vfi.audit.claims.assertions import (
    Allowed,
    allowed_by,
    allowed_share,
    exactly,
    printed_value,
    stated_value,
)
from vfi.audit.claims.facts import scale_of, tally
from vfi.scoring import Scorecard
from vfi.study import Claim, ClaimKind, Relation

SHARE = "share"
NUMBER = "number"


def contradictions(claims: Sequence[Claim], scorecard: Scorecard) -> Mapping[str, tuple[str, ...]]:
    """For each claim the ids of those on its subject that it cannot hold together with.

    Two claims contradict each other when they are in the same unit and no value is allowed by both. A count of
    cases counts as a share of the judged ones, so that "15 of the 19" can be held against "almost all".
    """
    found: dict[str, list[str]] = {claim.id: [] for claim in claims}
    for one, other in combinations([claim for claim in claims if claim.subject], 2):
        if one.subject == other.subject and _exclude(asserted(one, scorecard), asserted(other, scorecard)):
            found[one.id].append(other.id)
            found[other.id].append(one.id)
    return {name: tuple(others) for name, others in found.items()}


def asserted(claim: Claim, scorecard: Scorecard) -> Allowed | None:
    """The values that a claim allows; None where it asserts none that others could contradict."""
    relation = claim.relation
    if relation is None:
        return None
    match claim.kind:
        case ClaimKind.SHARE:
            return Allowed(_of_node(claim), allowed_share(claim))
        case ClaimKind.COUNT:
            judged = tally(claim, scorecard).judged
            if claim.value is None or judged == 0:
                return None
            values = allowed_by(relation, exactly(claim.value.value))
            return Allowed(_of_node(claim), values * Fraction(1, judged))
        case ClaimKind.RATING:
            names = scale_of(claim, scorecard)
            values = allowed_by(relation, exactly(names.index(claim.level)))
            return Allowed(f"rating of {claim.node} for {claim.case}", values)
        case _:
            return _of_number(claim, relation)


def _of_node(claim: Claim) -> str:
    return f"{SHARE} of cases at {', '.join(claim.levels)} on {claim.node}"


def _of_number(claim: Claim, relation: Relation) -> Allowed | None:
    if claim.value is None:
        return None
    value = printed_value(claim.value) if relation is Relation.IS else stated_value(claim.value)
    unit = SHARE if claim.value.is_percentage else NUMBER
    return Allowed(unit, allowed_by(relation, value))


def _exclude(one: Allowed | None, other: Allowed | None) -> bool:
    if one is None or other is None or one.unit != other.unit:
        return False
    return not one.values.meets(other.values)
