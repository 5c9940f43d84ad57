"""The kinds of claims: which relations each knows, which columns of `claims.csv` it needs and which
it may have.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vfi.study.models import ClaimKind, Relation


class Part(StrEnum):
    """What of a study a claim of its size can be about."""

    CASES = "cases"
    CRITERIA = "criteria"
    DIMENSIONS = "dimensions"


PROPORTIONS = {
    Relation.ALL: Fraction(1),
    Relation.ALMOST_ALL: Fraction(9, 10),
    Relation.MOST: Fraction(1, 2),
    Relation.MAJORITY: Fraction(1, 2),
    Relation.NONE: Fraction(0),
}
COMPARISONS = (
    Relation.IS,
    Relation.AT_LEAST,
    Relation.AT_MOST,
    Relation.MORE_THAN,
    Relation.FEWER_THAN,
)
OF_RATINGS = (Relation.IS, Relation.AT_LEAST, Relation.AT_MOST)
OF_SHARES = (*COMPARISONS, *PROPORTIONS)
OWN_COLUMNS = ("subject", "node", "level", "relation", "value", "case", "figures")
"""The columns that some kinds need and others have no use for."""
ANYWHERE = ("subject",)


@dataclass(frozen=True, slots=True)
class KindOfClaim:
    """What a kind of claim is made of.

    Attributes:
        needs: the columns that it cannot do without.
        may_have: the columns that it can have besides.
        relations: the relations that it knows.
        figures: how many figures it reckons with; None for two or more.
    """

    needs: tuple[str, ...] = ()
    may_have: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = COMPARISONS
    figures: int | None = None

    def allows(self, column: str) -> bool:
        """Whether a claim of the kind can have something in a column."""
        return column in (*self.needs, *self.may_have, *ANYWHERE)


KINDS = {
    ClaimKind.COUNT: KindOfClaim(("node", "level", "relation", "value")),
    ClaimKind.SHARE: KindOfClaim(("node", "level", "relation"), ("value",), OF_SHARES),
    ClaimKind.RATING: KindOfClaim(("node", "level", "relation"), ("case",), OF_RATINGS),
    ClaimKind.ORDER: KindOfClaim(("node", "relation", "value")),
    ClaimKind.SIZE: KindOfClaim(("level", "relation", "value")),
    ClaimKind.CHANGE: KindOfClaim(("relation", "value", "figures"), figures=2),
    ClaimKind.FRACTION: KindOfClaim(("relation", "value", "figures"), figures=2),
    ClaimKind.RATIO: KindOfClaim(("relation", "value", "figures"), figures=2),
    ClaimKind.WHOLE: KindOfClaim(("relation", "value", "figures"), relations=(Relation.IS,)),
    ClaimKind.POSSIBLE: KindOfClaim(
        ("relation", "value", "figures"), relations=(Relation.IS,), figures=1
    ),
    ClaimKind.WHICH: KindOfClaim(("subject", "value"), relations=()),
    ClaimKind.EXTERNAL: KindOfClaim((), ("relation", "value")),
}
WHOLE_NUMBERS = (ClaimKind.COUNT, ClaimKind.SIZE)
"""Kinds whose value is a whole number."""
PERCENTAGES = (ClaimKind.SHARE, ClaimKind.CHANGE, ClaimKind.FRACTION, ClaimKind.POSSIBLE)
"""Kinds whose value is a percentage."""
WORDED = (ClaimKind.ORDER, ClaimKind.WHICH)
"""Kinds whose value is no number: a node, or words."""
