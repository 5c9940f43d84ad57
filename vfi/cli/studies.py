"""`vfi studies`: which studies can be named by id."""

from __future__ import annotations

import shlex

from vfi.cli.answer import Answer


def studies_command() -> Answer:
    """List the studies that can be named by id: those in ./reports and those that come with vfi."""
    from vfi import places
    from vfi.cli.listing import listing
    from vfi.numbers import count_of
    from vfi.study import check_study

    rows = []
    for folder in places.every(places.STUDY):
        study, problems = check_study(folder)
        errors = count_of(problems.errors, "error")
        title = study.about.title if study else f"({errors}: vfi check {shlex.quote(folder.name)})"
        rubric = f"{study.rubric.id} {study.rubric.version}" if study else ""
        cases = str(len(study.cases)) if study else ""
        rows.append((folder.name, title, cases, rubric, places.shown(folder)))
    header = ("id", "title", "cases", "rubric", "folder")
    return listing(header, rows, right=(2,))
