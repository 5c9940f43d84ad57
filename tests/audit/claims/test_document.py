from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from tests.audit.claims.making import audited, claim, on
from tests.making import ROOT, SHIPPED_STUDY
from vfi import load_study, score
from vfi.audit.claims import judge_claims
from vfi.audit.claims.document import COLUMNS, claims_document, claims_rows
from vfi.study import ClaimKind, Relation

SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas" / "vfi.claims-1.schema.json").read_text(encoding="utf-8"))


def test_document_fits_its_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(claims_document(judge_claims(score(load_study(SHIPPED_STUDY)))))


def test_document_holds_verdict_figure_and_meaning() -> None:
    document = claims_document(audited(claim(ClaimKind.SHARE, Relation.MOST, **on("L2"))))
    assert document["counts"] == {"true": 0, "false": 1, "not checkable": 0}
    (entry,) = document["claims"]
    assert (entry["verdict"], entry["figure"]) == ("false", "3 of 9 (33.3%)")
    assert entry["meaning"] == '"most" is taken as more than half of those judged'
    assert (entry["subject"], entry["note"], entry["contradicts"]) == (None, None, [])


def test_rows_name_what_contradicts() -> None:
    one = claim(ClaimKind.EXTERNAL, Relation.IS, "52%", subject="x")
    other = claim(ClaimKind.EXTERNAL, Relation.IS, "57%", subject="x", id="C2")
    header, first, second = claims_rows(audited(one, other))
    assert header == COLUMNS
    assert (dict(zip(header, first, strict=True))["contradicts"], second[4]) == ("C2", "C1")
