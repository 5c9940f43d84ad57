"""An audit of figures for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from vfi.audit.figures import FigureAudit, Finding, Severity
from vfi.audit.rounding import IN_WORDS
from vfi.cli.output import bold

WIDTH = 96
HEADINGS = {
    Severity.FAULT: "Faults: no figures behind the print, rounded as stated, give what is printed",
    Severity.ROUNDED: "Explained by rounding: the printed figures do not give it, the unrounded ones could",
    Severity.UNCHECKED: "Cannot be checked",
}
SHORT = {Severity.FAULT: "faults", Severity.ROUNDED: "explained by rounding", Severity.UNCHECKED: "not checkable"}


def figures_text(audit: FigureAudit, colour: bool) -> str:
    """The findings by severity, and a closing line that counts what was checked."""
    return "\n".join(_lines(audit, colour))


def _lines(audit: FigureAudit, colour: bool) -> Iterator[str]:
    for severity, heading in HEADINGS.items():
        found = audit.of(severity)
        if found:
            yield bold(heading, colour)
            for finding in found:
                yield ""
                yield from _finding(finding, audit.tables.name)
            yield ""
    made = ", ".join(f"{count} {name}" for name, count in audit.checks.items()) or "none"
    counts = ", ".join(f"{len(audit.of(severity))} {short}" for severity, short in SHORT.items())
    yield from textwrap.wrap(
        f"{audit.tables.name}: {len(audit.tables.figures)} figures in {len(audit.tables.tables)} "
        f"table{'' if len(audit.tables.tables) == 1 else 's'}, {IN_WORDS[audit.rounding]}; checks made: {made}.",
        WIDTH,
    )
    yield f"{counts}."


def _finding(finding: Finding, file: str) -> Iterator[str]:
    figure = finding.figure
    place = ": ".join(part for part in (figure.table, figure.name) if part)
    yield f"{finding.id}  {file}:{figure.line}  {place}"
    off = "" if finding.off is None else f" Off by {_signed(finding)}."
    yield from _indented(finding.words + off)
    if finding.would_hold:
        yield from _indented(f"What would make it right: {finding.would_hold}.")
    if figure.source:
        yield from _indented(f"Source: {figure.source}")


def _signed(finding: Finding) -> str:
    if finding.off is None:
        return ""
    number = f"{float(finding.off):+,.2f}"
    shown = number.rstrip("0").rstrip(".")
    return f"{shown} points" if "%" in finding.follows else shown


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
