"""`vfi rubrics`: which rubrics can be named by id."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, TypedDict

from vfi.cli.answer import Answer

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("id", "version", "title", "criteria", "folder")


class ListedRubric(TypedDict):
    """A rubric that can be named by id.

    Attributes:
        id: Its id, which is the name of its folder.
        version: Its version; empty where it has errors.
        title: Its title; where it has errors, how many, and how to see them.
        criteria: How many criteria it has, and dimensions that are judged directly; empty where it
            has errors.
        folder: Its folder.
    """

    id: str
    version: str
    title: str
    criteria: str
    folder: str


RubricsDocument = list[ListedRubric]


def rubrics_command() -> Answer:
    """List the rubrics that can be named by id: those in ./rubrics and those that come with vfi."""
    from vfi import places
    from vfi.cli.listing import listing

    return listing(COLUMNS, [_listed(folder) for folder in places.every(places.RUBRIC)], right=(3,))


def _listed(folder: Path) -> ListedRubric:
    from vfi import places
    from vfi.numbers import count_of
    from vfi.problems import Problems
    from vfi.rubric.loading import read_rubric

    problems = Problems()
    rubric = read_rubric(folder, problems)
    errors = count_of(problems.errors, "error")
    check = f"({errors}: vfi rubric check {shlex.quote(folder.name)})"
    return {
        "id": folder.name,
        "version": rubric.version if rubric else "",
        "title": rubric.title if rubric else check,
        "criteria": str(len(rubric.judged)) if rubric else "",
        "folder": places.shown(folder),
    }
