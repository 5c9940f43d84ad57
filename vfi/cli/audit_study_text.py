"""An audit for reading on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.cli.output import bold, columns
from vfi.numbers import count_of, exact, named

if TYPE_CHECKING:
    from vfi.audit.published import PublishedDifference, SumChange
    from vfi.audit.recomputation import Audit

SHOWN = 40


def audit_text(audit: Audit, colour: bool) -> str:
    """Whether every rating was recomputed to the same digit, and whether the published ones agree."""
    return "\n".join([*_recomputed(audit, colour), "", *_published(audit, colour)])


def _recomputed(audit: Audit, colour: bool) -> Iterator[str]:
    cases, nodes = len(audit.scorecard.cases), len(audit.scorecard.nodes)
    what = f"{count_of(len(audit.figures), 'node')} ({nodes} over all cases, the rest of {count_of(cases, 'case')})"
    yield bold("Recomputed from the files in SQL, in whole numbers, by code that the scoring does not use", colour)
    yield ""
    if not audit.differences:
        yield f"All equal: {what}, each in state, rating, exact value, judged and missing."
        return
    yield f"DIFFERENT: {len(audit.figures) - audit.equal} of {what}."
    yield ""
    rows = [("Case", "Node", "What", "Scorecard", "Recomputed")]
    rows += [
        (entry.case or "all", entry.node, entry.field, entry.scored, entry.recomputed)
        for entry in audit.differences[:SHOWN]
    ]
    yield from columns(rows)
    if len(audit.differences) > SHOWN:
        yield f"and {len(audit.differences) - SHOWN} more; --format csv has all of them"


def _published(audit: Audit, colour: bool) -> Iterator[str]:
    published = len(audit.scorecard.study.published)
    yield bold("Beside the published ratings", colour)
    yield ""
    if not published:
        yield "The study has no published.csv to compare with."
    elif not audit.published:
        every = f"All {published} are equal to the computed ones."
        yield "The only one is equal to the computed one." if published == 1 else every
    else:
        equal = published - len(audit.published)
        yield f"{equal} of {published} {named(equal, 'is', 'are')} equal to the computed ones."
    for entry in audit.published:
        yield ""
        source = f" ({entry.source})" if entry.source else ""
        yield f"{entry.node}: published {entry.published}, computed {entry.computed}{source}"
        yield from (f"  - {words}" for words in _conditions(entry))


def _conditions(entry: PublishedDifference) -> Iterator[str]:
    """What would have to be true for the published rating."""
    if entry.rules:
        yield f"on the same inputs it follows from: {'; '.join(entry.rules)}"
    else:
        yield "on the same inputs none of mean, median, mode, worst and best gives it"
    if entry.change is not None:
        yield _change(entry.change, entry.published)


def _change(change: SumChange, level: str) -> str:
    limit = change.total + change.change
    side = "higher" if change.change >= 0 else "lower"
    quantity = "more than" if change.beyond else "at least"
    distance = exact(abs(change.change), landmarks=(0,))
    total = exact(change.total, landmarks=(limit,))
    begins = "lies beyond" if change.beyond else "begins at"
    return (
        f"or the sum below it is {quantity} {distance} {side}: it is {total} over {change.entries}, "
        f"and {level} {begins} {exact(limit)}"
    )
