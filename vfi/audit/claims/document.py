"""An audit of claims as the JSON document that other programs read: `vfi.claims/1`.

`schemas/vfi.claims-1.schema.json` is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, TypedDict

from vfi.audit.claims.verdicts import LABELS, ClaimAudit, JudgedClaim
from vfi.documents import Count, Digest, Files, Id, Text, keyed_by, one_of
from vfi.study.models import ClaimKind

SCHEMA: Final = "vfi.claims/1"
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


class ClaimsStudyDocument(TypedDict):
    """What was audited.

    Attributes:
        id: The id of the study.
        files: The SHA-256 digest of each file that was read, by name.
    """

    id: Id
    files: Files


class ClaimsRubricDocument(TypedDict):
    """The rubric that the study applies.

    Attributes:
        id: Its id.
        version: Its version.
        sha256: The SHA-256 digest of the file.
    """

    id: Id
    version: Text
    sha256: Digest


class ClaimDocument(TypedDict):
    """One claim, judged.

    Attributes:
        id: The id of the claim.
        verdict: What is to be said of what it asserts. True or false: of the study's own
            judgements and ratings. Follows or not, possible or not: of other printed figures.
        figure: The figure that decides it.
        words: The verdict in a sentence.
        reading: How the sentence was read, where the verdict holds only under that reading.
        contradicts: The claims on its subject that it cannot hold together with.
        subject: What it is about, where other claims are about the same.
        population: Of whom or what it is said.
        kind: What kind of thing it asserts.
        document: The id, in evidence.csv, of the document that prints it; null for the report
            itself.
        where: The place in the document.
        sentence: The words, verbatim.
        hedge: The words of the sentence that make it less than an assertion.
        note: A remark for the reader.
    """

    id: Id
    verdict: Annotated[str, one_of(LABELS)]
    figure: Text | None
    words: Text
    reading: Text | None
    contradicts: list[Id]
    subject: Text | None
    population: Text | None
    kind: Annotated[str, one_of(ClaimKind)]
    document: Text | None
    where: str
    sentence: str
    hedge: Text | None
    note: Text | None


class ClaimsDocument(TypedDict):
    """Whether the sentences of a report follow from its study, as
    `vfi audit claims STUDY --format json` prints it.

    Attributes:
        schema: The name and version of this contract.
        study: What was audited.
        rubric: The rubric that the study applies.
        counts: How many claims have each verdict; "as read" where it holds only as the sentence
            was read.
        contradicted: How many claims are contradicted by another.
        claims: The claims, in the order of claims.csv.
    """

    schema: Literal["vfi.claims/1"]
    study: ClaimsStudyDocument
    rubric: ClaimsRubricDocument
    counts: Annotated[dict[str, Count], keyed_by(LABELS, "How many are judged: {}.")]
    contradicted: Count
    claims: list[ClaimDocument]


def claims_document(audit: ClaimAudit) -> ClaimsDocument:
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
    documents: list[dict[str, Any]] = [{**_claim_document(entry)} for entry in audit.judged]
    for document in documents:
        document["contradicts"] = " ".join(document["contradicts"])
    return [COLUMNS, *(tuple(document[name] or "" for name in COLUMNS) for document in documents)]


def _claim_document(entry: JudgedClaim) -> ClaimDocument:
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
