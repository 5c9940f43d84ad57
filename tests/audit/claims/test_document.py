from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from tests.audit.claims.making import audited, claim, on
from tests.making import ROOT, SHIPPED_STUDY
from vfi import load_study, score
from vfi.audit.claims import judge_claims
from vfi.audit.claims.document import COLUMNS, claims_document, claims_rows
from vfi.audit.claims.verdicts import LABELS
from vfi.study.models import ClaimKind, Relation

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "schemas" / "vfi.claims-1.schema.json").read_text(encoding="utf-8")
)


def test_document_fits_its_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(
        claims_document(judge_claims(score(load_study(SHIPPED_STUDY))))
    )


def test_document_holds_verdict_figure_and_reading() -> None:
    document = claims_document(audited(claim(ClaimKind.SHARE, Relation.MOST, **on("L2 L3"))))
    assert {label: count for label, count in document["counts"].items() if count} == {
        "true as read": 1
    }
    (entry,) = document["claims"]
    assert (entry["verdict"], entry["figure"]) == ("true as read", "6 of 9 (66.7%)")
    assert entry["reading"] == '"most" is taken as more than half of those judged'
    assert (entry["subject"], entry["note"], entry["contradicts"]) == (None, None, [])


def test_every_verdict_is_in_the_schema() -> None:
    assert list(SCHEMA["properties"]["counts"]["properties"]) == list(LABELS)
    kinds = SCHEMA["$defs"]["claim"]["properties"]["kind"]["enum"]
    assert kinds == [kind.value for kind in ClaimKind]


def test_rows_name_what_contradicts() -> None:
    claims = [
        claim(ClaimKind.EXTERNAL, Relation.IS, "52%", subject="x"),
        claim(ClaimKind.EXTERNAL, Relation.IS, "57%", subject="x", id="C2"),
    ]
    header, *rows = claims_rows(audited(*claims))
    assert header == COLUMNS
    assert [dict(zip(header, row, strict=True))["contradicts"] for row in rows] == ["C2", "C1"]
