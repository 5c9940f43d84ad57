"""`vfi rubrics` and `vfi rubric`: which rubrics there are, and what one says."""

from __future__ import annotations

import shlex

import typer

from vfi.cli import rubric_check, rubric_diff, rubric_new, rubric_table
from vfi.cli.options import FormatOption, OutputOption, RubricArgument

rubric_app = typer.Typer(
    help="Look into a rubric, or start one.", no_args_is_help=True, rich_markup_mode=None
)


def rubrics_command(format_: FormatOption = None, output: OutputOption = None) -> None:
    """List the rubrics that can be named by id: those in ./rubrics and those that come with vfi."""
    from vfi import places
    from vfi.cli.listing import deliver_listing
    from vfi.cli.output import destination
    from vfi.numbers import count_of
    from vfi.problems import Problems
    from vfi.rubric import read_rubric

    answer = destination(format_, output)
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
    deliver_listing(answer, header, rows, right=(3,))


rubric_app.command("check")(rubric_check.check_command)
rubric_app.command("table")(rubric_table.table_command)
rubric_app.command("diff")(rubric_diff.diff_command)
rubric_app.command("new")(rubric_new.new_command)
rubric_app.command("schema")(rubric_new.schema_command)


@rubric_app.command("show")
def show_command(
    rubric: RubricArgument, format_: FormatOption = None, output: OutputOption = None
) -> None:
    """Show a rubric: its scale, its synthesis in words, and each criterion with its standards and
    where they come from.
    """
    from vfi.cli.output import destination
    from vfi.cli.rubric_text import rubric_document, rubric_rows, rubric_text
    from vfi.rubric import load_rubric

    answer = destination(format_, output)
    found = load_rubric(rubric)
    answer.deliver(
        table=lambda: rubric_text(found),
        json=lambda: rubric_document(found),
        csv=lambda: rubric_rows(found),
    )
