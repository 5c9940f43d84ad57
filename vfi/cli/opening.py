"""The study that a command works on, with a word where its rubric has errors that only the rubric's
own check finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from vfi.study.models import Study


def open_study(name: str | Path) -> Study:
    """The study of that name or folder; errors of its rubric's own check are told as warnings, and
    stop nothing.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors that leave nothing to work on.
    """
    from vfi.checking import errors_of_the_rubric
    from vfi.study.loading import load_study

    study = load_study(name)
    problems = list(errors_of_the_rubric(study))
    if problems:
        from vfi.cli.terminal.printing import warn
        from vfi.numbers import count_of
        from vfi.problems import folded

        errors = count_of(len(problems), "error")
        warn(
            *folded(problems),
            f"The rubric {study.rubric.id} has {errors}: what follows rests on it all the same.",
        )
    return study
