from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.audit.figures.making import audit
from tests.making import ROOT
from vfi.audit.figures.audit import audit_figures
from vfi.audit.figures.document import COLUMNS, OFF_COLUMNS, figures_document, figures_rows
from vfi.audit.figures.table import load_figures

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "schemas" / "vfi.figures-1.schema.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "audit" / "tables").glob("*.csv")), ids=lambda path: path.stem
)
def test_document_fits_its_schema(path: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(figures_document(audit_figures(load_figures(path))))


def test_fractions_are_text_and_absent_things_null() -> None:
    document = figures_document(audit("row,printed,of\nAbuse,99%,58\nOther,5%,\n"))
    fault, unchecked = document["findings"]
    assert (fault["id"], fault["off"], fault["source"], fault["line"]) == ("F1", "21/29", None, 2)
    assert (unchecked["off"], unchecked["follows"], unchecked["would_hold"]) == (None, None, None)
    assert document["counts"] == {"fault": 1, "rounded": 0, "unchecked": 1, "unreadable": 0}
    assert document["checks"] == {"possible": 1}


def test_rows_have_a_line_a_finding() -> None:
    header, row = figures_rows(audit("row,printed,of\nAbuse,99%,58\n"))
    assert header == (*COLUMNS, *OFF_COLUMNS)
    assert row[-2:] == ("21", "29")
    assert dict(zip(header, row, strict=True))["printed"] == "99%"
