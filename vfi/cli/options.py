"""The arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi import places
from vfi.visible import is_plain


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
