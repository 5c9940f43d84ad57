"""An audit as the JSON document that other programs read: `vfi.audit/1`.

`schemas/vfi.audit-1.schema.json` is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, Literal, TypedDict, get_args

from vfi.audit.published import PublishedDifference, SumChange
from vfi.audit.recomputation import FIELDS, Audit
from vfi.documents import (
    Count,
    Exact,
    Id,
    Number,
    RubricIdentity,
    StudyIdentity,
    Text,
    one_of,
)
from vfi.numbers import CELL_COLUMNS, cells
from vfi.relational.figures import RecomputedNode
from vfi.rubric.document import rubric_identity
from vfi.scoring.landmarks import landmarks
from vfi.synthesis.outcome import State

SCHEMA: Final = "vfi.audit/1"


class RecomputedDifferenceDocument(TypedDict):
    """A field in which a recomputed node is another.

    Attributes:
        case: The case; null for all cases together.
        id: The node.
        field: What is different; `node` where only one of the two has the node.
        scorecard: What the scorecard has.
        recomputed: What was recomputed.
    """

    case: Id | None
    id: Id
    field: Annotated[str, one_of((*FIELDS, "node"))]
    scorecard: str
    recomputed: str


class RecomputedNodeDocument(TypedDict):
    """A node as it was recomputed.

    Attributes:
        case: The case; null for all cases together.
        id: The node.
        state: Whether there is a rating and, if not, what there is instead.
        rating: Its level; null where there is none.
        value: The exact number behind the rating; null where there is none.
        judged: How many judgements below the node have a level.
        missing: How many judgements below the node are insufficient evidence.
    """

    case: Id | None
    id: Id
    state: Annotated[str, one_of(get_args(State))]
    rating: Text | None
    value: Exact | None
    judged: Count
    missing: Count


class RecomputationDocument(TypedDict):
    """Every node recomputed by another path, and compared.

    Attributes:
        compared: How many nodes were recomputed: over all cases and of each case.
        equal: How many of them are equal in every field.
        differences: Each field that is not.
        nodes: Every node as it was recomputed.
    """

    compared: Count
    equal: Count
    differences: list[RecomputedDifferenceDocument]
    nodes: list[RecomputedNodeDocument]


class SumChangeDocument(TypedDict):
    """The smallest change of a sum that gives another rating.

    Attributes:
        change: By how much the sum has to change.
        beyond: Whether the change has to be more than that.
        sum: The sum as it is.
        entries: How many values it is of.
    """

    change: Exact
    beyond: bool
    sum: Exact
    entries: Number


class PublishedDifferenceDocument(TypedDict):
    """A published rating that is not the computed one, and what would have to be true for it.

    Attributes:
        id: The node.
        published: The rating that the source printed, or a state without one.
        computed: The rating that was computed, or a state without one.
        source: Where the published rating stands; may be empty.
        rules: The simple rules that give the published rating on the same inputs.
        sum_change: For a mean: the smallest change of the sum below the node that gives the
            published rating; else null.
    """

    id: Id
    published: Text
    computed: Text
    source: str
    rules: list[Text]
    sum_change: SumChangeDocument | None


class PublishedDocument(TypedDict):
    """The published ratings beside the computed ones.

    Attributes:
        compared: How many published ratings there are.
        equal: How many of them equal the computed ones.
        differences: Those that do not.
    """

    compared: Count
    equal: Count
    differences: list[PublishedDifferenceDocument]


class AuditDocument(TypedDict):
    """What `vfi audit STUDY --format json` prints: every rating recomputed by another path and
    compared, and the published ratings beside the computed ones.

    Attributes:
        schema: The name and version of this contract.
        study: The study.
        rubric: The rubric that was applied.
        recomputation: Every node recomputed by another path, and compared.
        published: The published ratings beside the computed ones.
    """

    schema: Literal["vfi.audit/1"]
    study: StudyIdentity
    rubric: RubricIdentity
    recomputation: RecomputationDocument
    published: PublishedDocument


def audit_document(audit: Audit) -> AuditDocument:
    """The audit as plain data; fractions as text (`3/2`)."""
    study = audit.scorecard.study
    return {
        "schema": SCHEMA,
        "study": {"id": study.id, "title": study.about.title, "files": dict(study.digests)},
        "rubric": rubric_identity(study.rubric),
        "recomputation": {
            "compared": len(audit.figures),
            "equal": audit.equal,
            "differences": [
                {
                    "case": entry.case,
                    "id": entry.node,
                    "field": entry.field,
                    "scorecard": entry.scored,
                    "recomputed": entry.recomputed,
                }
                for entry in audit.differences
            ],
            "nodes": [_figure(figure) for figure in audit.figures],
        },
        "published": {
            "compared": len(study.published),
            "equal": len(study.published) - len(audit.published),
            "differences": [_published(entry) for entry in audit.published],
        },
    }


def audit_rows(audit: Audit) -> list[Sequence[str]]:
    """The audit as the rows of a table, its header first: a row for each recomputed node."""
    fields: dict[tuple[str | None, str], list[str]] = {}
    for entry in audit.differences:
        fields.setdefault((entry.case, entry.node), []).append(entry.field)
    nodes = {(node.case, node.id): node for node in audit.scorecard.walk()}
    rows: list[Sequence[str]] = [
        ("case", "id", "state", "rating", *CELL_COLUMNS, "judged", "missing", "differs")
    ]
    for figure in audit.figures:
        key = (figure.case, figure.node)
        value = cells(figure.value, landmarks(nodes[key]) if key in nodes else ())
        state, coverage = (
            (figure.state, figure.rating or ""),
            (str(figure.judged), str(figure.missing)),
        )
        rows.append(
            (
                figure.case or "",
                figure.node,
                *state,
                *value,
                *coverage,
                " ".join(fields.get(key, ())),
            )
        )
    return rows


def _figure(figure: RecomputedNode) -> RecomputedNodeDocument:
    return {
        "case": figure.case,
        "id": figure.node,
        "state": figure.state,
        "rating": figure.rating,
        "value": None if figure.value is None else str(figure.value),
        "judged": figure.judged,
        "missing": figure.missing,
    }


def _published(entry: PublishedDifference) -> PublishedDifferenceDocument:
    return {
        "id": entry.node,
        "published": entry.published,
        "computed": entry.computed,
        "source": entry.source,
        "rules": list(entry.rules),
        "sum_change": None if entry.change is None else _change(entry.change),
    }


def _change(change: SumChange) -> SumChangeDocument:
    return {
        "change": str(change.change),
        "beyond": change.beyond,
        "sum": str(change.total),
        "entries": change.entries,
    }
