"""An audit of claims for reading on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from vfi.audit.claims import ClaimAudit, Judged, Verdict
from vfi.cli.output import bold

WIDTH = 96


def claims_text(audit: ClaimAudit, colour: bool) -> str:
    """The claims that do not hold first, then those that do, then those that nobody can check from the study."""
    return "\n".join(_lines(audit, colour))


def _lines(audit: ClaimAudit, colour: bool) -> Iterator[str]:
    if not audit.judged:
        yield f"{audit.study.id}: no claims (the study has no claims.csv)"
        return
    sound = [entry for entry in audit.judged if not entry.is_doubtful]
    yield from _part("False, or contradicted by another claim", audit.doubtful, colour)
    for verdict, heading in ((Verdict.TRUE, "True"), (Verdict.NOT_CHECKABLE, "Not checkable from the study")):
        yield from _part(heading, [entry for entry in sound if entry.verdict is verdict], colour)
    counts = ", ".join(f"{len(audit.of(verdict))} {verdict.value}" for verdict in Verdict)
    contradicted = sum(bool(entry.contradicts) for entry in audit.judged)
    yield f"{audit.study.id}: {len(audit.judged)} claims, {counts}; {contradicted} contradicted by another claim"


def _part(heading: str, entries: Sequence[Judged], colour: bool) -> Iterator[str]:
    if not entries:
        return
    yield bold(heading, colour)
    for entry in entries:
        yield ""
        yield from _claim(entry)
    yield ""


def _claim(entry: Judged) -> Iterator[str]:
    claim = entry.claim
    yield f"{claim.id}  {entry.verdict.value}  {claim.where}"
    yield from _indented(f"“{claim.sentence}”")
    yield from _indented(entry.words)
    if entry.contradicts:
        yield from _indented(f"Cannot hold together with {', '.join(entry.contradicts)} (subject: {claim.subject}).")
    if claim.note:
        yield from _indented(claim.note)


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
