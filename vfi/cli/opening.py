"""The study that a command works on, with a word where its rubric has errors that only the rubric's
own check finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from vfi.problems import Problem
    from vfi.study import Study


def open_study(name: str | Path) -> Study:
    """The study of that name or folder; errors of its rubric's own check are told as warnings, and
    stop nothing.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors that leave nothing to work on.
    """
    from vfi.study import load_study

    study = load_study(name)
    problems = list(errors_of_the_rubric(study))
    if problems:
        from vfi.cli.terminal import warn
        from vfi.numbers import count_of
        from vfi.problems import folded

        errors = count_of(len(problems), "error")
        warn(
            *folded(problems),
            f"The rubric {study.rubric.id} has {errors}: what follows rests on it all the same.",
        )
    return study


def errors_of_the_rubric(study: Study) -> Iterator[Problem]:
    """What makes the check of a study's rubric fail: bands that overlap, ratings that fall as
    inputs rise and so on.
    """
    from vfi.inspection.suspects import may_have_errors

    if study.folder is None or not may_have_errors(
        study.rubric, (entry.date for entry in study.judgements)
    ):
        return
    from vfi import places
    from vfi.inspection.checks import JudgedOn, check_rubric
    from vfi.problems import Severity

    folder = places.find_by_id(places.RUBRIC, study.rubric.id, (study.folder,))
    dated = [
        (f"{entry.case} on {entry.criterion}", entry.date)
        for entry in study.judgements
        if entry.date
    ]
    checked = check_rubric(folder, JudgedOn(study.id, len(study.cases), dated))
    yield from (problem for problem in checked.problems if problem.severity is Severity.ERROR)
