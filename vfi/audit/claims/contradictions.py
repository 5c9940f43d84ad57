"""Claims on one subject that cannot all hold, whatever the facts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from vfi.audit.claims.assertions import (
    Allowed,
    allowed_by,
    allowed_share,
    exactly,
    printed_value,
    stated_value,
)
from vfi.audit.claims.facts import scale_of, tally
from vfi.study.models import Claim, ClaimKind, Relation

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard

SHARE = "share"
NUMBER = "number"


def contradictions(claims: Sequence[Claim], scorecard: Scorecard) -> Mapping[str, tuple[str, ...]]:
    """For each claim the ids of those on its subject that it cannot hold together with.

    Two claims contradict each other when they are about one subject in one population and in one
    unit, and no value is allowed by both. A count of cases counts as a share of the judged ones, so
    that "15 of the 19" can be held against "almost all". Claims that name which of several things
    it is contradict each other when they name two.
    """
    against: dict[str, list[str]] = {claim.id: [] for claim in claims}
    for first, second in combinations([claim for claim in claims if claim.subject], 2):
        if _topic(first) == _topic(second) and _exclude_each_other(first, second, scorecard):
            against[first.id].append(second.id)
            against[second.id].append(first.id)
    return {name: tuple(ids) for name, ids in against.items()}


def _topic(claim: Claim) -> tuple[str, str]:
    return claim.subject, claim.population


def _exclude_each_other(first: Claim, second: Claim, scorecard: Scorecard) -> bool:
    if first.kind is ClaimKind.WHICH and second.kind is ClaimKind.WHICH:
        return first.answer.casefold() != second.answer.casefold()
    values, other_values = asserted(first, scorecard), asserted(second, scorecard)
    if values is None or other_values is None or values.unit != other_values.unit:
        return False
    return not values.values.meets(other_values.values)


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
