"""The command line itself: which commands there are, and what `vfi` says of itself."""

from __future__ import annotations

from typing import Annotated

import typer

from vfi.cli import audit, bundle, check, explain, report, rubric, score, studies, workbook

HELP = """
Value-for-Investment ratings that anyone can check.

A study is a folder of plain text: a rubric's name, the cases, and a level for each case on each criterion. vfi
combines the judgements into ratings by the rubric's own rules, shows the reasoning behind each rating, and
typesets the result as an accessible report.

Start with:  vfi studies  |  vfi score domestic-abuse-duty-2025  |  vfi explain domestic-abuse-duty-2025 E1.2

Exit codes: 0 done; 1 done, and there are findings; 2 the input or the call is wrong.
"""

app = typer.Typer(
    name="vfi",
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from vfi import __version__

        typer.echo(f"vfi {__version__}")
        raise typer.Exit


@app.callback()
def _vfi(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and leave.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    del version


app.command("score")(score.score_command)
app.command("explain")(explain.explain_command)
app.command("check")(check.check_command)
app.command("report")(report.report_command)
app.command("workbook")(workbook.workbook_command)
app.command("bundle")(bundle.bundle_command)
app.command("verify")(bundle.verify_command)
app.command("studies")(studies.studies_command)
app.command("rubrics")(rubric.rubrics_command)
app.add_typer(rubric.rubric_app, name="rubric")
app.add_typer(audit.audit_app, name="audit")
