"""The differences of two rubrics as the JSON document that other programs read:
`vfi.rubric-diff/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NotRequired, TypedDict

from vfi.documents import Count, Id, RubricIdentity, Text
from vfi.inspection.diff import Kind, RubricChange
from vfi.rubric.document import rubric_identity
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.rescoring import RatingChange, Rescoring

SCHEMA: Final = "vfi.rubric-diff/1"


class RubricChangeDocument(TypedDict):
    """One difference.

    Attributes:
        kind: Whether the part, or what is said of it, is new, gone or another.
        part: The part of the rubric, such as `criterion E1.1`.
        aspect: What is said of it, such as `standard for Good`; empty for the part as a whole.
        before: What the first rubric says; empty where it says nothing.
        after: What the second rubric says; empty where it says nothing.
    """

    kind: Kind
    part: Text
    aspect: str
    before: str
    after: str


class LeftOutDocument(TypedDict):
    """How many judgements a rubric has no such criterion or level for.

    Attributes:
        before: Under the first rubric.
        after: Under the second rubric.
    """

    before: Count
    after: Count


class RatingChangeDocument(TypedDict):
    """One rating under both rubrics.

    Attributes:
        case: The case that it is about; null for all cases together.
        node: The node.
        title: Its title.
        before: The rating under the first rubric; null where that has no such node.
        after: The rating under the second rubric; null where that has no such node.
    """

    case: Id | None
    node: Id
    title: Text
    before: Text | None
    after: Text | None


class RescoringDocument(TypedDict):
    """A study under two rubrics.

    Attributes:
        compared: How many ratings both have.
        left_out: How many judgements are left out under each rubric.
        unjudged: How many judgements the second rubric asks for that the study does not have.
        changes: The ratings that differ, and those that only one rubric has.
    """

    compared: Count
    left_out: LeftOutDocument
    unjudged: Count
    changes: list[RatingChangeDocument]


class DiffDocument(TypedDict):
    """What is different between two rubrics, as `vfi rubric diff BEFORE AFTER --format json` prints
    it.

    Attributes:
        schema: The name and version of this contract.
        before: The first rubric.
        after: The second rubric.
        changes: Each difference, in the order of the rubrics.
        ratings: The ratings of a study under both; only where one is named with --study.
    """

    schema: Literal["vfi.rubric-diff/1"]
    before: RubricIdentity
    after: RubricIdentity
    changes: list[RubricChangeDocument]
    ratings: NotRequired[RescoringDocument]


def diff_document(
    before: Rubric, after: Rubric, changes: Sequence[RubricChange], rescoring: Rescoring | None
) -> DiffDocument:
    """The differences as plain data, with the ratings that become others where a study was scored
    under both rubrics.
    """
    document: DiffDocument = {
        "schema": SCHEMA,
        "before": rubric_identity(before),
        "after": rubric_identity(after),
        "changes": [_change(change) for change in changes],
    }
    if rescoring is not None:
        document["ratings"] = {
            "compared": rescoring.compared,
            "left_out": {"before": rescoring.left_out[0], "after": rescoring.left_out[1]},
            "unjudged": rescoring.unjudged,
            "changes": [_rating_change(change) for change in rescoring.changes],
        }
    return document


def _change(change: RubricChange) -> RubricChangeDocument:
    return {
        "kind": change.kind,
        "part": change.part,
        "aspect": change.aspect,
        "before": change.before,
        "after": change.after,
    }


def _rating_change(change: RatingChange) -> RatingChangeDocument:
    return {
        "case": change.case,
        "node": change.node,
        "title": change.title,
        "before": change.before or None,
        "after": change.after or None,
    }


def diff_rows(changes: Sequence[RubricChange], rescoring: Rescoring | None) -> list[Sequence[str]]:
    """The differences, then the ratings that become others, as the rows of one table."""
    rows: list[Sequence[str]] = [("kind", "part", "aspect", "before", "after")]
    rows += [
        (change.kind, change.part, change.aspect, change.before, change.after) for change in changes
    ]
    ratings = () if rescoring is None else rescoring.changes
    return rows + [
        ("rating", change.node, change.case or "", change.before, change.after)
        for change in ratings
    ]
