"""What a claim asserts, as the values that its words allow."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.audit.rounding import Rounding, ValueRange, before_rounding
from vfi.study.claim_kinds import PROPORTIONS
from vfi.study.models import Claim, ClaimKind, Relation

if TYPE_CHECKING:
    from vfi.inputs.printed import Printed

LARGEST = Fraction(10) ** 18
MEANINGS = {
    Relation.ALMOST_ALL: "at least {} of those judged",
    Relation.MOST: "more than {} of those judged",
    Relation.MAJORITY: "more than {} of those judged",
}


@dataclass(frozen=True, slots=True)
class Allowed:
    """The values that a claim allows, and what they are in: claims of one unit can be held against
    each other.
    """

    unit: str
    values: ValueRange


def allowed_by(relation: Relation, value: ValueRange) -> ValueRange:
    """The values that stand in a relation to a value, which is known as far as its printed digits
    reach.
    """
    match relation:
        case Relation.AT_LEAST:
            return ValueRange(value.low, LARGEST)
        case Relation.AT_MOST:
            return ValueRange(-LARGEST, value.high)
        case Relation.MORE_THAN:
            return ValueRange(value.high, LARGEST, includes_low=False)
        case Relation.FEWER_THAN:
            return ValueRange(-LARGEST, value.low, includes_high=False)
        case _:
            return value


def exactly(value: Fraction | int) -> ValueRange:
    """A value that is known exactly."""
    return ValueRange(Fraction(value), Fraction(value))


def printed_value(value: Printed) -> ValueRange:
    """The values, as shares where it is a percentage, that are printed as a number."""
    interval = before_rounding(value.value, value.unit, Rounding.NEAREST)
    return interval * Fraction(1, 100) if value.is_percentage else interval


def stated_value(value: Printed) -> ValueRange:
    """A number taken at its word, as a share where it is a percentage."""
    return exactly(value.value / 100 if value.is_percentage else value.value)


def allowed_share(claim: Claim) -> ValueRange:
    """The shares of the judged cases that a claim of kind share allows."""
    relation = claim.relation or Relation.IS
    if relation not in PROPORTIONS:
        if claim.value is None:
            return ValueRange(Fraction(0), Fraction(1))
        value = printed_value(claim.value) if relation is Relation.IS else stated_value(claim.value)
        return allowed_by(relation, value)
    limit = threshold(claim)
    if relation in (Relation.MOST, Relation.MAJORITY):
        return ValueRange(limit, Fraction(1), includes_low=False)
    return exactly(0) if relation is Relation.NONE else ValueRange(limit, Fraction(1))


def threshold(claim: Claim) -> Fraction:
    """The share that a word such as "almost all" stands for: the claim's own value, or the usual
    one.
    """
    usual = PROPORTIONS[claim.relation or Relation.ALL]
    return usual if claim.value is None else claim.value.value / 100


def needs_its_meaning(claim: Claim, share: Fraction) -> bool:
    """Whether the truth of a claim turns on what its word is taken to mean.

    "Most" and "almost all" are said of different shares by different people, but by nobody of half
    or less, nor do they leave out anyone where all are meant. "Majority" is more than half, unless
    the claim says otherwise.
    """
    if not meaning(claim) or (claim.relation is Relation.MAJORITY and claim.value is None):
        return False
    return Fraction(1, 2) < share < 1


def meaning(claim: Claim) -> str:
    """What the claim's word for a share is taken to mean; "" where it leaves no doubt."""
    if claim.kind is not ClaimKind.SHARE or claim.relation not in MEANINGS:
        return ""
    limit = threshold(claim)
    fraction = "half" if limit == Fraction(1, 2) else f"{limit.numerator}/{limit.denominator}"
    return f'"{claim.relation.value}" is taken as {MEANINGS[claim.relation].format(fraction)}'
