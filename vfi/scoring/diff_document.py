"""The differences of two rubrics as the JSON document that other programs read:
`vfi.rubric-diff/1`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from vfi.inspection.diff import RubricChange
from vfi.rubric import Rubric
from vfi.scoring.rescoring import Rescoring

SCHEMA = "vfi.rubric-diff/1"


def diff_document(
    before: Rubric, after: Rubric, changes: Sequence[RubricChange], rescoring: Rescoring | None
) -> dict[str, Any]:
    """The differences as plain data, with the ratings that become others where a study was scored
    under both rubrics.
    """
    rubrics = [
        {"id": one.id, "version": one.version, "sha256": one.sha256} for one in (before, after)
    ]
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "before": rubrics[0],
        "after": rubrics[1],
    }
    document["changes"] = [asdict(change) for change in changes]
    if rescoring is not None:
        document["ratings"] = {
            "compared": rescoring.compared,
            "left_out": {"before": rescoring.left_out[0], "after": rescoring.left_out[1]},
            "unjudged": rescoring.unjudged,
            "changes": [
                asdict(change) | {"before": change.before or None, "after": change.after or None}
                for change in rescoring.changes
            ],
        }
    return document


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
