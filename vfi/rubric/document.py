"""A rubric as plain data and as the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vfi.rubric.models.rubric import Rubric
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.documents import RubricIdentity


def rubric_document(rubric: Rubric) -> dict[str, Any]:
    """The rubric as plain data, in the form of its file, with the digest of that file.

    Standards that criteria inherit are written out at each of them. Without the digest it can be
    read again as a rubric.
    """
    document: dict[str, Any] = rubric.model_dump(mode="json", by_alias=True, exclude_none=True)
    return document | {"sha256": rubric.sha256}


def rubric_rows(rubric: Rubric) -> list[Sequence[str]]:
    """The standards as the rows of a table, its header first; with a column for the groups between
    where the rubric has any.
    """
    between = ("groups",) if rubric.groups else ()
    of_standard = ("level", "standard", "provenance", "passage", "quotation", "note")
    rows: list[Sequence[str]] = [("dimension", *between, "criterion", "title", *of_standard)]
    for part in rubric.judged.values():
        dimension, groups = _above(rubric, part.id)
        for level in rubric.judgement_scale(part.id).names:
            standard = part.standards[level]
            origin = standard.provenance
            where = (origin.kind, origin.passage, origin.quotation or "", origin.note or "")
            place = (dimension, " ".join(groups)) if between else (dimension,)
            rows.append((*place, part.id, part.title, level, standard.text, *where))
    return rows


def _above(rubric: Rubric, node: str) -> tuple[str, list[str]]:
    """The dimension that a node stands in, or is, and the groups between, the highest first."""
    groups: list[str] = []
    while (above := rubric.parents[node]) != OVERALL:
        groups.insert(0, above)
        node = above
    return node, groups[1:]


def rubric_identity(rubric: Rubric) -> RubricIdentity:
    """Which rubric it is, as plain data."""
    return {"id": rubric.id, "version": rubric.version, "sha256": rubric.sha256}
