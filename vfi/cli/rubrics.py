"""`vfi rubrics`: which rubrics can be named by id."""

from __future__ import annotations

import shlex

from vfi.cli.answer import Answer


def rubrics_command() -> Answer:
    """List the rubrics that can be named by id: those in ./rubrics and those that come with vfi."""
    from vfi import places
    from vfi.cli.listing import listing
    from vfi.numbers import count_of
    from vfi.problems import Problems
    from vfi.rubric import read_rubric

    rows = []
    for folder in places.every(places.RUBRIC):
        problems = Problems()
        rubric = read_rubric(folder, problems)
        errors = count_of(problems.errors, "error")
        title = (
            rubric.title if rubric else f"({errors}: vfi rubric check {shlex.quote(folder.name)})"
        )
        version = rubric.version if rubric else ""
        criteria = str(len(rubric.judged)) if rubric else ""
        rows.append((folder.name, version, title, criteria, places.shown(folder)))
    header = ("id", "version", "title", "criteria", "folder")
    return listing(header, rows, right=(3,))
