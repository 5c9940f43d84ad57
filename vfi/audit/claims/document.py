"""An audit of claims as the JSON document that other programs read: `vfi.claims/1`.

Its JSON Schema is `schemas/vfi.claims-1.schema.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vfi.audit.claims.verdicts import ClaimAudit, JudgedClaim

SCHEMA = "vfi.claims/1"
COLUMNS = (
    "id",
    "verdict",
    "figure",
    "words",
    "reading",
    "contradicts",
    "subject",
    "population",
    "kind",
    "document",
    "where",
    "sentence",
    "hedge",
    "note",
)


def claims_document(audit: ClaimAudit) -> dict[str, Any]:
    """The audit as plain data."""
    study = audit.study
    return {
        "schema": SCHEMA,
        "study": {"id": study.id, "files": dict(study.digests)},
        "rubric": {
            "id": study.rubric.id,
            "version": study.rubric.version,
            "sha256": study.rubric.sha256,
        },
        "counts": dict(audit.counts),
        "contradicted": audit.contradicted,
        "claims": [_claim_document(entry) for entry in audit.judged],
    }


def claims_rows(audit: ClaimAudit) -> list[Sequence[str]]:
    """The claims as the rows of a table, its header first."""
    documents = [_claim_document(entry) for entry in audit.judged]
    for document in documents:
        document["contradicts"] = " ".join(document["contradicts"])
    return [COLUMNS, *(tuple(document[name] or "" for name in COLUMNS) for document in documents)]


def _claim_document(entry: JudgedClaim) -> dict[str, Any]:
    claim = entry.claim
    return {
        "id": claim.id,
        "verdict": entry.label,
        "figure": entry.figure or None,
        "words": entry.words,
        "reading": entry.reading or None,
        "contradicts": list(entry.contradicts),
        "subject": claim.subject or None,
        "population": claim.population or None,
        "kind": claim.kind.value,
        "document": claim.document or None,
        "where": claim.where,
        "sentence": claim.sentence,
        "hedge": claim.hedge or None,
        "note": claim.note or None,
    }
