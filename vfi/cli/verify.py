"""`vfi verify`: does a sealed archive hold what it says?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.terminal.blocks import Block
from vfi.numbers import count_of

if TYPE_CHECKING:
    from vfi.bundle.verification import Verification

SOUND = {
    "sealed": "The bundle is sound.",
    "packed again": (
        "The contents are whole and sound, but this is not the archive that was sealed."
    ),
    "folder": (
        "The contents are whole and sound, but this is a folder and not the archive that was "
        "sealed."
    ),
}


def verify_command(
    bundle: Annotated[
        Path,
        typer.Argument(metavar="BUNDLE", help="The archive, or its folder.", show_default=False),
    ],
    allowed_signers: Annotated[
        Path | None,
        typer.Option(
            "--allowed-signers",
            help=(
                "Who may have signed it: a file of the form that ssh-keygen reads. An unsigned "
                "bundle is a finding."
            ),
            show_default=False,
        ),
    ] = None,
) -> Answer:
    """Check a sealed bundle, and derive every output again from the inputs inside.

    Every file that was changed, renamed, added, left out or made to lead elsewhere is named, and so
    is an audit that is missing or different. An archive that was packed again, or a folder that it
    was unpacked into, is checked as well, and told. Nothing is unpacked but plain files into a
    temporary folder. The exit code is 1 when there is a finding, and 2 when there is no bundle.
    """
    from vfi.bundle.document import verification_document, verification_rows
    from vfi.bundle.verification import verify

    found = verify(bundle, allowed_signers)
    return Answer(
        document=lambda: verification_document(found),
        rows=lambda: verification_rows(found),
        text=lambda: _verification_text(found),
        has_findings=bool(found.findings),
    )


def _verification_text(found: Verification) -> list[Block]:
    verdict = (
        f"{count_of(len(found.findings), 'finding')}." if found.findings else SOUND[found.form]
    )
    return [
        verdict,
        *map(str, found.findings),
        *(f"checked: {words}" for words in found.checked),
        *found.notes,
    ]
