"""`vfi rubric new` and `vfi rubric schema`: to start a rubric, and to write it with an editor's
help.
"""

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
    from vfi.cli import terminal
    from vfi.rubric.starting import write_starting_rubric

    path = write_starting_rubric(rubric_id, folder)
    terminal.say(f"{path} is written; look at it with: vfi rubric check {path.parent}")


def schema_command(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file, which ends in .json, instead of the terminal.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of rubric.yaml, for editors that complete and check as one types."""
    from vfi.cli.output import deliver_data
    from vfi.endings import refuse_other_endings
    from vfi.rubric.schema import rubric_schema
    from vfi.visible import as_json

    refuse_other_endings(output, "json")
    deliver_data(as_json(rubric_schema()), output)
