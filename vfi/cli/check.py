"""`vfi check`: every problem of a study at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.cli.answer import Answer
from vfi.cli.causes import causes_of
from vfi.cli.options import StudyArgument
from vfi.numbers import count_of

if TYPE_CHECKING:
    from vfi.problems import Problems
    from vfi.study.models import Study


def check_command(
    study: StudyArgument,
) -> Answer:
    """Look for mistakes in a study and in its rubric.

    Every problem is told at once with its file, line, field, what was found and what was expected;
    so is what the check of its rubric, or the report, would refuse. The exit code is 1 when there
    is an error.

    A file of the study folder that evidence.csv names in "location" is held against its sha256:
    another digest, or one that was never reckoned, is an error. A file that is not there, a date
    that lies ahead and a source that is later than a judgement that cites it are warnings.
    """
    from vfi.checking import foreseen
    from vfi.problem_document import problem_document, problem_rows
    from vfi.study.loading import check_study

    found, problems = check_study(study)
    for problem in foreseen(found) if found is not None else ():
        problems.add(problem)
    return Answer(
        document=lambda: problem_document(problems),
        rows=lambda: problem_rows(problems),
        text=lambda: problem_summary(problems, found),
        has_findings=problems.errors > 0,
    )


def problem_summary(problems: Problems, study: Study | None) -> list[str]:
    """A line that counts the problems or says what was found sound, then a line a cause."""
    causes, each = causes_of(problems)
    lines: list[str] = []
    warnings = len(problems) - problems.errors
    if problems.errors:
        beside = f", {count_of(warnings, 'warning')}" if warnings else ""
        lines.append(count_of(problems.errors, "error") + beside + each)
    elif study is not None:
        about = (
            f"{count_of(len(study.cases), 'case')}, "
            f"{study.rubric.judged_in_words}, "
            f"{count_of(len(study.judgements), 'judgement')}"
        )
        end = f"; {count_of(warnings, 'warning')}" if warnings else ""
        beside = count_of(len(study.published), "published rating")
        claims = f", {count_of(len(study.claims), 'claim')}" if study.claims else ""
        lines.append(f"{study.id}: no errors ({about}, {beside}{claims}){end}{each}")
    return [*lines, *causes]
