"""`vfi rubric schema`: the JSON Schema of `rubric.yaml`, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


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
    from vfi.cli.emitting import emit_data
    from vfi.endings import refuse_other_endings
    from vfi.rubric.schema import rubric_schema
    from vfi.visible import as_json

    refuse_other_endings(output, "json")
    emit_data(as_json(rubric_schema()), output)
