"""The arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vfi import places
from vfi.visible import is_plain


class Format(StrEnum):
    """How a command shows what it computed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def _complete_studies(incomplete: str) -> list[str]:
    return _complete(places.STUDY, incomplete)


def _complete_rubrics(incomplete: str) -> list[str]:
    return _complete(places.RUBRIC, incomplete)


def _complete(kind: places.FolderKind, incomplete: str) -> list[str]:
    """Ids that begin so; none that could act on the terminal that shows them."""
    names = (folder.name for folder in places.every(kind))
    return [name for name in names if name.startswith(incomplete) and is_plain(name)]


StudyArgument = Annotated[
    str,
    typer.Argument(
        metavar="STUDY",
        help="The id of a study (see `vfi studies`) or the path of its folder.",
        autocompletion=_complete_studies,
        show_default=False,
    ),
]
RubricArgument = Annotated[
    str,
    typer.Argument(
        metavar="RUBRIC",
        help="The id of a rubric (see `vfi rubrics`) or the path of its folder.",
        autocompletion=_complete_rubrics,
        show_default=False,
    ),
]
RubricsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="RUBRIC...",
        help="The ids of rubrics (see `vfi rubrics`) or the paths of their folders.",
        autocompletion=_complete_rubrics,
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help=(
            "table for reading, json and csv for programs. Without it the ending of --output "
            "decides."
        ),
        show_default="table",
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help=(
            "Write to this file instead of the terminal; it ends in .txt, .json or .csv, as the "
            "format."
        ),
        show_default=False,
    ),
]
