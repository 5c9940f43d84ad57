from __future__ import annotations

import json
from typing import get_args

from jsonschema import Draft202012Validator

from tests.making import ROOT
from vfi.bundle.document import verification_document, verification_rows
from vfi.bundle.findings import Finding, Kind
from vfi.bundle.verification import Verification

SCHEMA = json.loads(
    (ROOT / "schemas" / "vfi.verification-1.schema.json").read_text(encoding="utf-8")
)


def test_the_document_is_as_its_schema_says_for_every_kind_of_finding() -> None:
    kinds = get_args(Kind)
    found = Verification(
        tuple(Finding(kind, "an entry", "words") for kind in kinds), ("checked",), ("note",)
    )
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA)
    for one in (found, Verification((), ("checked",), ())):
        validator.validate(verification_document(one))
    assert SCHEMA["$defs"]["bundle_finding"]["properties"]["kind"]["enum"] == list(kinds)
    assert verification_document(found)["sound"] is False


def test_rows() -> None:
    found = Verification((Finding("extra", "x", "more"),), (), ())
    assert verification_rows(found) == [("kind", "entry", "words"), ("extra", "x", "more")]
