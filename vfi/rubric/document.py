"""A rubric as plain data and as the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vfi.rubric.models.rubric import Rubric

if TYPE_CHECKING:
    from vfi.documents import RubricIdentity


def rubric_document(rubric: Rubric) -> dict[str, Any]:
    """The rubric as plain data, in the form of its file, with the digest of that file.

    Standards that criteria inherit are written out at each of them.
    """
    document: dict[str, Any] = rubric.model_dump(mode="json", by_alias=True, exclude_none=True)
    return document | {"sha256": rubric.sha256}


def rubric_rows(rubric: Rubric) -> list[Sequence[str]]:
    """The standards as the rows of a table, its header first."""
    rows: list[Sequence[str]] = [
        (
            "dimension",
            "criterion",
            "title",
            "level",
            "standard",
            "provenance",
            "passage",
            "quotation",
            "note",
        )
    ]
    for dimension in rubric.dimensions:
        for part in dimension.judged:
            for level in rubric.judgement_scale(part.id).names:
                standard = part.standards[level]
                origin = standard.provenance
                where = (origin.kind, origin.passage, origin.quotation or "", origin.note or "")
                rows.append((dimension.id, part.id, part.title, level, standard.text, *where))
    return rows


def rubric_identity(rubric: Rubric) -> RubricIdentity:
    """Which rubric it is, as plain data."""
    return {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256}
