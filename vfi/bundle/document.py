"""The check of a bundle as the JSON document that other programs read: `vfi.verification/1`.

Its JSON Schema is `schemas/vfi.verification-1.schema.json`.
"""

from __future__ import annotations

from typing import Any

from vfi.bundle.verification import Verification

SCHEMA = "vfi.verification/1"


def verification_document(found: Verification) -> dict[str, Any]:
    """What was found in a bundle, as plain data."""
    return {
        "schema": SCHEMA,
        "sound": not found.findings,
        "form": found.form,
        "findings": [
            {"kind": one.kind, "entry": one.entry, "words": one.words} for one in found.findings
        ],
        "checked": list(found.checked),
        "notes": list(found.notes),
    }


def verification_rows(found: Verification) -> list[tuple[str, str, str]]:
    """The findings as the rows of a table, its header first."""
    return [
        ("kind", "entry", "words"),
        *((one.kind, one.entry, one.words) for one in found.findings),
    ]
