"""`vfi report`: the study as a report, in PDF and HTML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vfi.cli.options import StudyArgument


def report_command(
    study: StudyArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=(
                "Where to write: a file that ends in .pdf or .html. Without it both are written "
                "into the study's build/ folder."
            ),
            show_default=False,
        ),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates",
            help=(
                "A folder with templates and stylesheets of your own; a file that is not in it "
                "comes from vfi."
            ),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Typeset a study as a report: an accessible PDF (PDF/UA-1) and the same as one HTML file."""
    from vfi.cli.opening import open_study
    from vfi.cli.terminal import printing
    from vfi.endings import refuse_other_endings
    from vfi.places import shown
    from vfi.reporting.answers import answers_of
    from vfi.reporting.report import render_all, report_paths
    from vfi.scoring.scorecard import score

    refuse_other_endings(output, "report")
    scorecard = score(open_study(study))
    paths = [output] if output else report_paths(scorecard)
    for path in render_all(answers_of(scorecard), paths, templates):
        printing.say(f"wrote {shown(path)}")
