"""`vfi check`: every problem of a study at once."""

from __future__ import annotations

import typer

from vfi.cli.options import Format, FormatOption, OutputOption, StudyArgument, chosen_format


def check_command(study: StudyArgument, format_: FormatOption = None, output: OutputOption = None) -> None:
    """Look for mistakes in a study and in its rubric.

    Every problem is told at once with its file, line, field, what was found and what was expected. The exit code
    is 1 when there is one.
    """
    from vfi.cli.output import as_csv, as_json, deliver
    from vfi.cli.problem_text import problem_document, problem_rows, problem_summary
    from vfi.study import check_study

    found, problems = check_study(study)
    match chosen_format(format_, output):
        case Format.JSON:
            text = as_json(problem_document(problems))
        case Format.CSV:
            text = as_csv(problem_rows(problems))
        case Format.TABLE:
            text = problem_summary(problems, found)
    deliver(text, output)
    if problems.errors:
        raise typer.Exit(1)
