"""An audit of figures for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from vfi.audit.figures import FigureAudit, Finding, Severity
from vfi.audit.rounding import IN_WORDS
from vfi.cli.output import bold
from vfi.numbers import count_of, decimal

WIDTH = 80
OFF_PLACES = 2
INDENT = " " * 4
HEADINGS = {
    Severity.FAULT: "Faults: no figures behind the print, rounded as stated, give what is printed",
    Severity.ROUNDED: "Explained by rounding: the printed figures do not give it, the unrounded ones could",
    Severity.UNCHECKED: "Cannot be checked",
    Severity.UNREADABLE: "Cannot be read",
}


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
    figures = count_of(len(audit.tables.figures), "figure")
    tables = count_of(len(audit.tables.tables), "table")
    withheld = f" ({audit.withheld:,} withheld)" if audit.withheld else ""
    about = f"{audit.tables.name}: {figures}{withheld} in {tables}, {IN_WORDS[audit.rounding]}; checks made: {made}."
    yield from textwrap.wrap(about, WIDTH)
    faults, rounded, unchecked, unreadable = (len(audit.of(severity)) for severity in Severity)
    counts = f"{count_of(faults, 'fault')}, {rounded:,} explained by rounding, {unchecked:,} not checkable"
    yield f"{counts}, {unreadable:,} not readable." if unreadable else f"{counts}."


def _finding(finding: Finding, file: str) -> Iterator[str]:
    figure = finding.figure
    place = ": ".join(part for part in (figure.table, figure.name) if part)
    yield from _wrapped(f"{finding.id}  {file}:{figure.line}  {place}", "")
    off = "" if finding.off is None else f" Off by {_signed(finding)}."
    yield from _indented(finding.words + off)
    if finding.would_hold:
        yield from _indented(f"What would make it right: {finding.would_hold}.")
    if figure.source:
        yield from _indented(f"Source: {figure.source}")


def _signed(finding: Finding) -> str:
    """By how much it is off, to as many places as it takes not to be nothing."""
    if finding.off is None:
        return ""
    whole, point, decimals = decimal(abs(finding.off), OFF_PLACES, [0]).partition(".")
    number = f"{'-' if finding.off < 0 else '+'}{int(whole):,}{point}{decimals}"
    if "%" not in finding.follows:
        return number
    return f"{number} {'point' if number in ('+1', '-1') else 'points'}"


def _indented(text: str) -> list[str]:
    return _wrapped(text, INDENT)


def _wrapped(text: str, first_indent: str) -> list[str]:
    """Lines of at most 80 columns; the name of a file is never broken, so that an editor can follow it."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first_indent,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
