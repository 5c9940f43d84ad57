"""An audit of figures for reading on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from vfi.audit.figures import FigureAudit, FigureFinding, FigureSeverity
from vfi.audit.rounding import IN_WORDS
from vfi.cli.blocks import Block, Heading, Paragraph
from vfi.numbers import change, change_in_points, count_of, grouped

OFF_PLACES = 2
HEADINGS = {
    FigureSeverity.FAULT: (
        "Faults: no figures behind the print, rounded as stated, give what is printed"
    ),
    FigureSeverity.ROUNDED: (
        "Explained by rounding: the printed figures do not give it, the unrounded ones could"
    ),
    FigureSeverity.UNCHECKED: "Cannot be checked",
    FigureSeverity.UNREADABLE: "Cannot be read",
}


def figures_text(audit: FigureAudit) -> Iterator[Block]:
    """How many findings there are and what was checked, then the findings by severity."""
    faults, rounded, unchecked, unreadable = (
        len(audit.of(severity)) for severity in FigureSeverity
    )
    counts = (
        f"{count_of(faults, 'fault')}, {grouped(rounded)} explained by rounding, "
        f"{grouped(unchecked)} not checkable"
    )
    yield f"{counts}, {grouped(unreadable)} not readable." if unreadable else f"{counts}."
    yield _checked(audit)
    for severity, heading in HEADINGS.items():
        found = audit.of(severity)
        if found:
            yield ""
            yield Heading(heading)
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
