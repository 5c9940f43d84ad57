"""`vfi studies`: which studies can be named by id."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, TypedDict

from vfi.cli.answer import Answer

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("id", "title", "cases", "rubric", "folder")


class ListedStudy(TypedDict):
    """A study that can be named by id.

    Attributes:
        id: Its id, which is the name of its folder.
        title: Its title; where it has errors, how many, and how to see them.
        cases: How many cases it has; empty where it has errors.
        rubric: The id and the version of its rubric; empty where it has errors.
        folder: Its folder.
    """

    id: str
    title: str
    cases: str
    rubric: str
    folder: str


StudiesDocument = list[ListedStudy]


def studies_command() -> Answer:
    """List the studies that can be named by id: those in ./reports and those that come with vfi."""
    from vfi import places
    from vfi.cli.listing import listing

    return listing(COLUMNS, [_listed(folder) for folder in places.every(places.STUDY)], right=(2,))


def _listed(folder: Path) -> ListedStudy:
    from vfi import places
    from vfi.numbers import count_of
    from vfi.study.loading import check_study

    study, problems = check_study(folder)
    errors = count_of(problems.errors, "error")
    return {
        "id": folder.name,
        "title": study.about.title
        if study
        else f"({errors}: vfi check {shlex.quote(folder.name)})",
        "cases": str(len(study.cases)) if study else "",
        "rubric": f"{study.rubric.id} {study.rubric.version}" if study else "",
        "folder": places.shown(folder),
    }
