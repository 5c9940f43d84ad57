"""`vfi bundle` and `vfi verify`: a study sealed in one archive, and whether such an archive holds
what it says.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.options import FormatOption, OutputOption, StudyArgument
from vfi.numbers import count_of

if TYPE_CHECKING:
    from vfi.bundle import Verification
    from vfi.cli.blocks import Block

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


def bundle_command(
    study: StudyArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Where to write: a file that ends in .zip. Without it, the study's build/ folder.",
            show_default=False,
        ),
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(
            "--sign", metavar="KEY", help="Sign the digests with this SSH key.", show_default=False
        ),
    ] = None,
) -> None:
    """Seal a study: rubric, study files, every output and the digests of all, in one archive.

    The archive is a zip file. Unpacked, `sha256sum -c SHA256SUMS` checks it without vfi; `vfi
    verify` derives every output again. The same inputs and versions give the same bytes. Pictures
    of the narrative, and files in the study folder that evidence.csv names in "location", are
    inputs and go with it; those left out are told. The exit code is 1 when the ratings could not be
    recomputed by another path, or came out different: the bundle then says so.
    """
    from vfi.bundle import bundle_path, write_bundle
    from vfi.cli import terminal
    from vfi.cli.opening import open_study
    from vfi.endings import refuse_other_endings
    from vfi.places import shown
    from vfi.scoring import score

    refuse_other_endings(output, "bundle")
    scorecard = score(open_study(study))
    path = output or bundle_path(scorecard)
    bundle = write_bundle(scorecard, path, sign)
    for name, reason in bundle.left_out.items():
        terminal.warn(f"left out {name}: {reason}")
    for name, reason in scorecard.study.left_out.items():
        terminal.warn(f"left out the cited file {name}, {reason}")
    for doubt in bundle.doubts:
        terminal.warn(f"ATTENTION: {doubt}")
    terminal.say(f"wrote {shown(path)}")
    if bundle.doubts:
        raise typer.Exit(1)


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
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Check a sealed bundle, and derive every output again from the inputs inside.

    Every file that was changed, renamed, added, left out or made to lead elsewhere is named, and so
    is an audit that is missing or different. An archive that was packed again, or a folder that it
    was unpacked into, is checked as well, and told. Nothing is unpacked but plain files into a
    temporary folder. The exit code is 1 when there is a finding, and 2 when there is no bundle.
    """
    from vfi.bundle import verify
    from vfi.bundle.document import verification_document, verification_rows
    from vfi.cli.output import destination

    answer = destination(format_, output)
    found = verify(bundle, allowed_signers)
    answer.deliver(
        table=lambda: _verification_text(found),
        json=lambda: verification_document(found),
        csv=lambda: verification_rows(found),
    )
    if found.findings:
        raise typer.Exit(1)


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
