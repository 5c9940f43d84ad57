"""`vfi bundle`: a study sealed in one archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vfi.cli.options import StudyArgument


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
    from vfi.bundle.making import bundle_path, write_bundle
    from vfi.cli.opening import open_study
    from vfi.cli.terminal import printing
    from vfi.endings import refuse_other_endings
    from vfi.places import shown
    from vfi.scoring.scorecard import score

    refuse_other_endings(output, "bundle")
    scorecard = score(open_study(study))
    path = output or bundle_path(scorecard)
    bundle = write_bundle(scorecard, path, sign)
    for name, reason in bundle.left_out.items():
        printing.warn(f"left out {name}: {reason}")
    for name, reason in scorecard.study.left_out.items():
        printing.warn(f"left out the cited file {name}, {reason}")
    for doubt in bundle.doubts:
        printing.warn(f"ATTENTION: {doubt}")
    printing.say(f"wrote {shown(path)}")
    if bundle.doubts:
        raise typer.Exit(1)
