"""`vfi audit figures`: can all printed counts and percentages be right?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.audit.rounding import IN_WORDS, Rounding
from vfi.cli.answer import Answer
from vfi.cli.terminal.blocks import Block, Heading, Paragraph
from vfi.numbers import change, change_in_points, count_of, grouped

if TYPE_CHECKING:
    from vfi.audit.figures.audit import FigureAudit
    from vfi.audit.figures.findings import FigureFinding

OFF_PLACES = 2
HEADINGS = {
    "fault": "Faults: no figures behind the print, rounded as stated, give what is printed",
    "rounded": (
        "Explained by rounding: the printed figures do not give it, the unrounded ones could"
    ),
    "unchecked": "Cannot be checked",
    "unreadable": "Cannot be read",
}
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


def figures_command(
    table: TableArgument,
    rounding: RoundingOption = Rounding.NEAREST,
    strict: StrictOption = False,
) -> Answer:
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
    from vfi.audit.figures.audit import audit_figures
    from vfi.audit.figures.document import figures_document, figures_rows
    from vfi.audit.figures.table import load_figures

    audit = audit_figures(load_figures(table), rounding)
    return Answer(
        document=lambda: figures_document(audit),
        rows=lambda: figures_rows(audit),
        text=lambda: figures_text(audit),
        has_findings=audit.has_faults(strict),
    )


def figures_text(audit: FigureAudit) -> Iterator[Block]:
    """How many findings there are and what was checked, then the findings by severity."""
    from vfi.audit.figures.findings import FigureSeverity

    faults, rounded, unchecked, unreadable = (
        len(audit.of(severity)) for severity in FigureSeverity
    )
    counts = (
        f"{count_of(faults, 'fault')}, {grouped(rounded)} explained by rounding, "
        f"{grouped(unchecked)} not checkable"
    )
    yield f"{counts}, {grouped(unreadable)} not readable." if unreadable else f"{counts}."
    yield _checked(audit)
    for severity in FigureSeverity:
        found = audit.of(severity)
        if found:
            yield ""
            yield Heading(HEADINGS[severity.value])
            for finding in found:
                yield ""
                yield from _finding(finding, audit.tables.name)


def _checked(audit: FigureAudit) -> str:
    made = ", ".join(f"{count} {name}" for name, count in audit.checks.items()) or "none"
    figures = count_of(len(audit.tables.figures), "figure")
    tables = count_of(len(audit.tables.tables), "table")
    withheld = f" ({grouped(audit.withheld)} withheld)" if audit.withheld else ""
    return (
        f"{audit.tables.name}: {figures}{withheld} in {tables}, {IN_WORDS[audit.rounding]}; checks "
        f"made: {made}."
    )


def _finding(finding: FigureFinding, file: str) -> Iterator[Block]:
    figure = finding.figure
    place = ": ".join(part for part in (figure.table, figure.name) if part)
    yield f"{finding.id}  {file}:{figure.line}  {place}"
    off = "" if finding.off is None else f" Off by {_signed(finding)}."
    yield Paragraph(finding.words + off)
    if finding.would_hold:
        yield Paragraph(f"What would make it right: {finding.would_hold}.")
    if figure.source:
        yield Paragraph(f"Source: {figure.source}")


def _signed(finding: FigureFinding) -> str:
    """By how much it is off, to as many places as it takes not to be nothing."""
    if finding.off is None:
        return ""
    in_words = change_in_points if "%" in finding.follows else change
    return in_words(finding.off, OFF_PLACES)
