"""`vfi workbook`: the study as a spreadsheet in which changing a judgement changes the ratings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vfi.cli.options import StudyArgument


def workbook_command(
    study: StudyArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=(
                "Where to write: a file that ends in .xlsx. Without it, the study's build/ folder."
            ),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a study as a workbook with live formulas, for Excel or LibreOffice.

    The judgements are cells with a list of levels to choose from; every rating of a criterion, a
    dimension or group, the whole and each case is a formula over them, with its rule in words
    beside it.
    Published ratings are compared on a sheet of their own. A rule that a spreadsheet cannot work
    out exactly is refused by name.
    """
    from vfi.cli.opening import open_study
    from vfi.cli.terminal import printing
    from vfi.endings import refuse_other_endings
    from vfi.places import shown
    from vfi.scoring.scorecard import score
    from vfi.workbook.book import workbook_path, write_workbook

    refuse_other_endings(output, "workbook")
    scorecard = score(open_study(study))
    path = write_workbook(scorecard, output or workbook_path(scorecard))
    printing.say(f"wrote {shown(path)}")
