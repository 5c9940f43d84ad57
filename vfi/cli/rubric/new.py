"""`vfi rubric new`: a small rubric to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new_command(
    rubric_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of the new rubric, such as library-services.",
            show_default=False,
        ),
    ],
    folder: Annotated[
        Path,
        typer.Option(
            "--folder", help="The folder of rubrics that the new one gets its own folder in."
        ),
    ] = Path("rubrics"),
) -> None:
    """Start a rubric: write a small one that works, with a comment on each key.

    Nothing that exists is overwritten.
    """
    from vfi.cli.terminal import printing
    from vfi.rubric.starting import write_starting_rubric

    path = write_starting_rubric(rubric_id, folder)
    printing.say(f"{path} is written; look at it with: vfi rubric check {path.parent}")
