"""An audit as the JSON document that other programs read: `vfi.audit/1`.

Its JSON Schema is `schemas/vfi.audit-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.audit.published import PublishedDifference, SumChange
from vfi.audit.recomputation import Audit
from vfi.numbers import CELL_COLUMNS, cells
from vfi.relational import RecomputedNode
from vfi.scoring.landmarks import landmarks

SCHEMA = "vfi.audit/1"


def audit_document(audit: Audit) -> dict[str, Any]:
    """The audit as plain data; fractions as text (`3/2`)."""
    study, rubric = audit.scorecard.study, audit.scorecard.study.rubric
    return {
        "schema": SCHEMA,
        "study": {"id": study.id, "title": study.about.title, "files": dict(study.digests)},
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256},
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


def _figure(figure: RecomputedNode) -> dict[str, Any]:
    return {
        "case": figure.case,
        "id": figure.node,
        "state": figure.state,
        "rating": figure.rating,
        "value": None if figure.value is None else str(figure.value),
        "judged": figure.judged,
        "missing": figure.missing,
    }


def _published(entry: PublishedDifference) -> dict[str, Any]:
    return {
        "id": entry.node,
        "published": entry.published,
        "computed": entry.computed,
        "source": entry.source,
        "rules": list(entry.rules),
        "sum_change": None if entry.change is None else _change(entry.change),
    }


def _change(change: SumChange) -> dict[str, Any]:
    return {
        "change": str(change.change),
        "beyond": change.beyond,
        "sum": str(change.total),
        "entries": change.entries,
    }
