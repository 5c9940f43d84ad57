"""The command line itself: which commands there are, and what `vfi` says of itself."""

from __future__ import annotations

from typing import Annotated, ClassVar

import typer

from vfi.cli.lazy import LazyGroup
from vfi.places import documentation

HELP = """
Value-for-Investment ratings that anyone can check.

A study is a folder of plain text: a rubric's name, the cases, and a level for each case on each
criterion. vfi combines the judgements into ratings by the rubric's own rules, shows the reasoning
behind each rating, and typesets the result as an accessible report.

Start with:  vfi studies  |  vfi score domestic-abuse-duty-2025  |  \
vfi explain domestic-abuse-duty-2025 E1.2

Exit codes: 0 done; 1 done, and there are findings; 2 the input or the call is wrong.
"""

# The mark before the path keeps it on one line, however narrow the page is.
WHERE_MORE_IS = f"""
The documentation of this version, a Markdown file a page:

\b
{documentation()}
"""


class Commands(LazyGroup):
    """The commands of `vfi`."""

    places: ClassVar = {
        "score": "vfi.cli.score.command:score_command",
        "explain": "vfi.cli.explain.command:explain_command",
        "check": "vfi.cli.check:check_command",
        "audit": "vfi.cli.audit:audit_app",
        "robustness": "vfi.cli.robustness.command:robustness_command",
        "report": "vfi.cli.report:report_command",
        "workbook": "vfi.cli.workbook:workbook_command",
        "bundle": "vfi.cli.bundle:bundle_command",
        "verify": "vfi.cli.verify:verify_command",
        "studies": "vfi.cli.studies:studies_command",
        "rubrics": "vfi.cli.rubrics:rubrics_command",
        "rubric": "vfi.cli.rubric:rubric_app",
    }


app = typer.Typer(
    name="vfi",
    cls=Commands,
    help=HELP,
    epilog=WHERE_MORE_IS,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from vfi.cli.terminal import printing
        from vfi.version import __version__

        printing.say(f"vfi {__version__}")
        raise typer.Exit


@app.callback()
def _vfi(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and leave.", callback=_show_version, is_eager=True
        ),
    ] = False,
) -> None:
    del version
