"""`vfi audit`: whether printed figures are possible, and whether a report's sentences follow from
its study.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vfi.audit.rounding import Rounding
from vfi.cli.audit_group import AuditGroup
from vfi.cli.audit_rules import audit_rules_command
from vfi.cli.audit_study import audit_study_command
from vfi.cli.options import FormatOption, OutputOption, StudyArgument

audit_app = typer.Typer(
    cls=AuditGroup,
    help="Look into whether ratings, figures and sentences are right.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
TableArgument = Annotated[
    Path,
    typer.Argument(metavar="TABLE.csv", help="Printed figures, one a line.", show_default=False),
]
RoundingOption = Annotated[
    Rounding, typer.Option("--rounding", help="How the percentages were rounded for print.")
]
StrictOption = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Count what rounding could explain among the findings that make exit code 1.",
    ),
]


@audit_app.command("figures")
def figures_command(
    table: TableArgument,
    rounding: RoundingOption = Rounding.NEAREST,
    strict: StrictOption = False,
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Check printed counts and percentages: can all of them be right?

    Do parts add up to their totals; does a percentage follow from its count and base; is it
    possible at all for its n (GRIM); do the percentages of a whole reach 100 within rounding; and
    which n would make them possible.

    TABLE.csv has one line for each printed figure, with the columns row and printed, and as many of
    these as are of use: table, column, of, part_of, within, same_as, source. In "printed" goes the
    cell as it stands: 7,704 or 40% or 7,704 (40%), and ~56 for an amount that was rounded. "of"
    names the base of a percentage (Total, 58, or ? where none is printed), or what it is reckoned
    from (Cases / Total). "part_of" names the whole that figures add up to (Total, 100% down, 100%
    across). A name is a row of the same column, a column of the same row, or row | column.
    docs/figures.md has the whole of it with examples.

    Figures may be withheld as published statistics do ([c], *, <5, 10 to 15); what is printed
    beside them is still checked. The exit code is 1 when there is a fault, or a cell that cannot be
    read. What cannot be checked is listed apart.
    """
    from vfi.audit.figures import FigureSeverity, audit_figures, load_figures
    from vfi.audit.figures.document import figures_document, figures_rows
    from vfi.cli.figures_text import figures_text
    from vfi.cli.output import destination

    answer = destination(format_, output)
    audit = audit_figures(load_figures(table), rounding)
    answer.deliver(
        table=lambda: figures_text(audit),
        json=lambda: figures_document(audit),
        csv=lambda: figures_rows(audit),
    )
    if (
        audit.of(FigureSeverity.FAULT)
        or audit.of(FigureSeverity.UNREADABLE)
        or (strict and audit.of(FigureSeverity.ROUNDED))
    ):
        raise typer.Exit(1)


@audit_app.command("claims")
def claims_command(
    study: StudyArgument, format_: FormatOption = None, output: OutputOption = None
) -> None:
    """Check the sentences of a report, as claims.csv ties them to the study, one by one.

    Each gets a verdict with the figure that decides it: true or false by the study's own ratings;
    following from other printed figures or not, possible beside them or not; or not checkable. A
    verdict that holds only under a reading of the words says so. Sentences on one subject that
    cannot all hold are shown as contradicting each other. The exit code is 1 when a claim does not
    hold, or is contradicted. docs/claims.md has the whole of it.
    """
    from vfi.audit.claims import judge_claims
    from vfi.audit.claims.document import claims_document, claims_rows
    from vfi.cli.claims_text import claims_text
    from vfi.cli.opening import open_study
    from vfi.cli.output import destination
    from vfi.scoring import score

    answer = destination(format_, output)
    audit = judge_claims(score(open_study(study)))
    answer.deliver(
        table=lambda: claims_text(audit),
        json=lambda: claims_document(audit),
        csv=lambda: claims_rows(audit),
    )
    if audit.doubtful:
        raise typer.Exit(1)


audit_app.command("study")(audit_study_command)
audit_app.command("rules")(audit_rules_command)
