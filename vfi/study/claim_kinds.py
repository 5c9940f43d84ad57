"""The kinds of claims: what each asserts, and the columns of `claims.csv` that it has.

A kind of claim is a variant of the table: an entry of `KINDS`. What judges it is in
`vfi.audit.claims`, and docs/claims.md shows the kinds from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from vfi.inputs.tables.declaration import DeclaredColumn, Reference
from vfi.inputs.tables.kinds import NAME, PROSE, CellKind
from vfi.study.claim_cells import (
    BOUNDED_LEVEL,
    CHANGE_OF_TWO,
    COUNTED,
    NUMBER_IN_PRINT,
    ONE_COUNT,
    ONE_LEVEL,
    PERCENTAGE_IN_PRINT,
    SEVERAL_IN_PRINT,
    SHARE_OF_TWO,
    WHOLE_IN_PRINT,
)
from vfi.study.models import ClaimKind, Relation

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


class KindOfClaim(NamedTuple):
    """What a kind of claim is made of.

    Attributes:
        asserts: what it asserts, as docs say it.
        columns: the columns that it has; those of other kinds it leaves empty.
        notes: what is special in a column of the kind, as docs say it.
    """

    asserts: str
    columns: tuple[DeclaredColumn, ...]
    notes: Mapping[str, str] = {}


def _relation(relations: Sequence[Relation]) -> DeclaredColumn:
    return RELATION._replace(words=relations)


def _value(kind: CellKind[Any], words: Reference | None = None) -> DeclaredColumn:
    return VALUE._replace(kind=kind, words=words)


def _figures(kind: CellKind[Any]) -> DeclaredColumn:
    return FIGURES._replace(kind=kind)


def _perhaps(column: DeclaredColumn) -> DeclaredColumn:
    return column._replace(required=False)


SUBJECT = DeclaredColumn("subject", "what it is about; claims of one subject must hold together")
NODE = DeclaredColumn(
    "node",
    "a criterion, a dimension or group, or `overall`",
    required=True,
    words=Reference("nodes"),
)
LEVEL = DeclaredColumn(
    "level",
    "a level, `at least` or `at most` one, or what is counted",
    BOUNDED_LEVEL,
    required=True,
    words=Reference("levels of claims", by=("kind", "node", "case")),
)
RELATION = DeclaredColumn(
    "relation", "how the fact relates to the value", required=True, words=COMPARISONS
)
VALUE = DeclaredColumn("value", "the number, node or answer that is asserted", required=True)
CASE = DeclaredColumn("case", "an id of `cases.csv`", words=Reference("cases"))
FIGURES = DeclaredColumn(
    "figures", "the printed figures that it reckons with, with spaces between", required=True
)
PART = LEVEL._replace(kind=COUNTED, words=Reference("parts of a study"))
EQUALITY = _relation((Relation.IS,))

KINDS = {
    ClaimKind.COUNT: KindOfClaim(
        "how many cases are at a level on a node",
        (SUBJECT, NODE, LEVEL, RELATION, _value(WHOLE_IN_PRINT)),
    ),
    ClaimKind.SHARE: KindOfClaim(
        "what share of the judged cases is",
        (SUBJECT, NODE, LEVEL, _relation(OF_SHARES), _perhaps(_value(PERCENTAGE_IN_PRINT))),
        {"value": "a percentage, unless a word says it"},
    ),
    ClaimKind.RATING: KindOfClaim(
        "the rating of a node, or of a case on it",
        (SUBJECT, NODE, LEVEL._replace(kind=ONE_LEVEL), _relation(OF_RATINGS), CASE),
    ),
    ClaimKind.ORDER: KindOfClaim(
        "one node's rating against another's",
        (SUBJECT, NODE, RELATION, _value(NAME, Reference("nodes"))),
        {"value": "the other node"},
    ),
    ClaimKind.SIZE: KindOfClaim(
        "how many there are",
        (SUBJECT, PART, RELATION, _value(WHOLE_IN_PRINT)),
        {"level": "`cases`, or a tier by its plural: `criteria`, `dimensions`"},
    ),
    ClaimKind.CHANGE: KindOfClaim(
        "by what percentage the second figure differs from the first",
        (SUBJECT, RELATION, _value(PERCENTAGE_IN_PRINT), _figures(CHANGE_OF_TWO)),
    ),
    ClaimKind.FRACTION: KindOfClaim(
        "what percentage the first figure is of the second",
        (SUBJECT, RELATION, _value(PERCENTAGE_IN_PRINT), _figures(SHARE_OF_TWO)),
    ),
    ClaimKind.RATIO: KindOfClaim(
        "how many times the second figure the first is",
        (SUBJECT, RELATION, _value(NUMBER_IN_PRINT), _figures(SHARE_OF_TWO)),
    ),
    ClaimKind.WHOLE: KindOfClaim(
        "the figure of a whole, which must lie between those of its parts",
        (SUBJECT, EQUALITY, _value(NUMBER_IN_PRINT), _figures(SEVERAL_IN_PRINT)),
        {"relation": "`is`", "figures": "of the parts"},
    ),
    ClaimKind.POSSIBLE: KindOfClaim(
        "a percentage that some whole number of a figure has to give",
        (SUBJECT, EQUALITY, _value(PERCENTAGE_IN_PRINT), _figures(ONE_COUNT)),
        {"relation": "`is`", "figures": "one whole number"},
    ),
    ClaimKind.WHICH: KindOfClaim(
        "which of several things it is, in words",
        (SUBJECT._replace(required=True), _value(PROSE)),
        {"value": "your short words for the answer"},
    ),
    ClaimKind.EXTERNAL: KindOfClaim(
        "something that the study does not hold",
        (SUBJECT, _perhaps(RELATION), _perhaps(_value(NUMBER_IN_PRINT))),
        {"value": "to be held against other claims"},
    ),
}
