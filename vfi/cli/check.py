"""`vfi check`: every problem of a study at once."""

from __future__ import annotations

import typer

from vfi.cli.options import FormatOption, OutputOption, StudyArgument


def check_command(
    study: StudyArgument, format_: FormatOption = None, output: OutputOption = None
) -> None:
    """Look for mistakes in a study and in its rubric.

    Every problem is told at once with its file, line, field, what was found and what was expected;
    so is what the check of its rubric, or the report, would refuse. The exit code is 1 when there
    is an error.

    A file of the study folder that evidence.csv names in "location" is held against its sha256:
    another digest, or one that was never reckoned, is an error. A file that is not there, a date
    that lies ahead and a source that is later than a judgement that cites it are warnings.
    """
    from vfi.checking import foreseen
    from vfi.cli.output import destination
    from vfi.cli.problem_text import problem_document, problem_rows, problem_summary
    from vfi.study import check_study

    answer = destination(format_, output)
    found, problems = check_study(study)
    for problem in foreseen(found) if found is not None else ():
        problems.add(problem)
    answer.deliver(
        table=lambda: problem_summary(problems, found),
        json=lambda: problem_document(problems),
        csv=lambda: problem_rows(problems),
    )
    if problems.errors:
        raise typer.Exit(1)
