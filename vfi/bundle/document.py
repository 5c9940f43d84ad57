"""The check of a bundle as the JSON document that other programs read: `vfi.verification/1`.

`schemas/vfi.verification-1.schema.json` is made of it.
"""

from __future__ import annotations

from typing import Final, Literal, TypedDict

from vfi.bundle.container import Form
from vfi.bundle.findings import Kind
from vfi.bundle.verification import Verification
from vfi.documents import Text

SCHEMA: Final = "vfi.verification/1"


class BundleFindingDocument(TypedDict):
    """One thing that is wrong, and with which entry.

    Attributes:
        kind: What kind of thing is wrong.
        entry: The entry of the archive that it is about; empty for the archive itself.
        words: What was found and what was expected.
    """

    kind: Kind
    entry: str
    words: Text


class VerificationDocument(TypedDict):
    """What is wrong with a bundle and what was checked, as `vfi verify BUNDLE --format json` prints
    it.

    Attributes:
        schema: The name and version of this contract.
        sound: Whether there is no finding; the exit code is 0 then and 1 otherwise.
        form: What the files came in: the archive as it was sealed, an archive packed again, or a
            folder.
        findings: Everything that is wrong.
        checked: What was checked and is right, in words.
        notes: What else a reader should know, such as other versions of libraries.
    """

    schema: Literal["vfi.verification/1"]
    sound: bool
    form: Form
    findings: list[BundleFindingDocument]
    checked: list[Text]
    notes: list[Text]


def verification_document(verification: Verification) -> VerificationDocument:
    """What was found in a bundle, as plain data."""
    return {
        "schema": SCHEMA,
        "sound": not verification.findings,
        "form": verification.form,
        "findings": [
            {"kind": finding.kind, "entry": finding.entry, "words": finding.words}
            for finding in verification.findings
        ],
        "checked": list(verification.checked),
        "notes": list(verification.notes),
    }


def verification_rows(verification: Verification) -> list[tuple[str, str, str]]:
    """The findings as the rows of a table, its header first."""
    return [
        ("kind", "entry", "words"),
        *((finding.kind, finding.entry, finding.words) for finding in verification.findings),
    ]
