"""Claims that nothing could make false: that one of them holds says nothing of the study."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.audit.claims.assertions import allowed_by, allowed_share, exactly
from vfi.audit.claims.facts import scale_of
from vfi.study.models import Claim, ClaimKind, Relation

if TYPE_CHECKING:
    from vfi.audit.rounding import ValueRange
    from vfi.scoring.models import Scorecard


def why_it_cannot_fail(claim: Claim, scorecard: Scorecard) -> str:
    """Why no judgements could make a claim false; "" where some could."""
    relation = claim.relation
    if relation is None:
        return ""
    match claim.kind:
        case ClaimKind.COUNT if claim.value is not None:
            allowed = allowed_by(relation, exactly(claim.value.value))
            return _unless_other("count", allowed, 0, len(scorecard.cases))
        case ClaimKind.SHARE if set(claim.levels) == set(scale_of(claim, scorecard)):
            return "It names every level that there is, so that no judgement could make it false."
        case ClaimKind.SHARE:
            return _unless_other("share", allowed_share(claim), 0, 1)
        case ClaimKind.RATING:
            names = scale_of(claim, scorecard)
            allowed = allowed_by(relation, exactly(names.index(claim.level)))
            return _unless_other("rating", allowed, 0, len(names) - 1)
        case ClaimKind.SIZE if claim.value is not None:
            at_least_one = relation is Relation.AT_LEAST and claim.value.value <= 1
            return "There is always one." if at_least_one else ""
        case _:
            return ""


def _unless_other(quantity: str, allowed: ValueRange, least: int, greatest: int) -> str:
    """Words for a claim that allows the least, the most, and so everything between them."""
    everything = Fraction(least) in allowed and Fraction(greatest) in allowed
    return (
        f"It allows every {quantity} that there can be, so that no judgement could make it false."
        if everything
        else ""
    )
