"""`vfi audit STUDY`: are the ratings what the judgements give?"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.answer import Answer, Script
from vfi.cli.answering import Writes
from vfi.cli.options import StudyArgument
from vfi.cli.terminal.blocks import Block, Heading, Paragraph, Table
from vfi.numbers import count_of, exact, named

if TYPE_CHECKING:
    from vfi.audit.published import PublishedDifference, SumChange
    from vfi.audit.recomputation import Audit
    from vfi.study.models import Study

SHOWN = 40
HOW = "Recomputed from the files in SQL, in whole numbers, by code that the scoring does not use."
SqlOption = Annotated[
    bool,
    typer.Option("--sql", help="Print the recomputation as SQL instead of running it."),
    Writes("sql"),
]
DialectOption = Annotated[
    str,
    typer.Option(
        "--dialect", help="With --sql: duckdb, postgres, spark, databricks, snowflake or trino."
    ),
]
PerspectiveOption = Annotated[
    str | None,
    typer.Option(
        "--perspective",
        help="Audit the ratings under this perspective of the rubric.",
        show_default=False,
    ),
]


def study_command(
    study: StudyArgument,
    perspective: PerspectiveOption = None,
    sql: SqlOption = False,
    dialect: DialectOption = "duckdb",
) -> Answer | Script:
    """Recompute every rating by another path and compare to the digit.

    The rubric is turned into SQL by code that shares nothing with the scoring, and DuckDB runs it
    over the rows of the CSV files in whole numbers. Then the ratings are set beside the published
    ones, with what would have to be true for each that differs. The exit code is 1 when anything
    does. With --sql you can run it in a database of your own: the rows stand in the script.
    """
    if sql:
        return _script(study, perspective, dialect)
    with _without_collecting():
        from vfi.audit.document import audit_document, audit_rows
        from vfi.audit.recomputation import audit
        from vfi.scoring.scorecard import score

        audited = audit(score(_loaded(study, perspective)))
    return Answer(
        document=lambda: audit_document(audited),
        rows=lambda: audit_rows(audited),
        text=lambda: audit_text(audited),
        has_findings=bool(audited.differences or audited.published),
    )


def _script(study: str, perspective: str | None, dialect: str) -> Script:
    with _without_collecting():
        from vfi.audit.recomputation import rows_of
        from vfi.relational.script import sql_script

        loaded = _loaded(study, perspective)
        return Script(sql_script(rows_of(loaded), loaded.rubric, dialect))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Leave Python's collector of cyclic garbage off: large imports make many objects and next to
    no garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _loaded(study: str, perspective: str | None) -> Study:
    from vfi.audit.recomputation import study_under
    from vfi.cli.opening import open_study

    loaded = open_study(study)
    return loaded if perspective is None else study_under(loaded, perspective)


def audit_text(audit: Audit) -> Iterator[Block]:
    """Whether every rating was recomputed to the same digit, and whether the published ones
    agree.
    """
    yield _verdict(audit)
    yield _verdict_on_published(audit)
    yield ""
    yield Paragraph(HOW, indent=0)
    if audit.differences:
        yield ""
        yield from _differences(audit)
    if audit.published:
        yield ""
        yield Heading("What would have to be true for the published ratings")
        yield from _published(audit)


def _verdict(audit: Audit) -> str:
    cases, nodes = len(audit.scorecard.cases), len(audit.scorecard.nodes)
    what = (
        f"{count_of(len(audit.figures), 'node')} ({nodes} over all cases, the rest of "
        f"{count_of(cases, 'case')})"
    )
    if audit.differences:
        return f"DIFFERENT: {len(audit.figures) - audit.equal} of {what}."
    return f"All equal: {what}, each in state, rating, exact value, judged and missing."


def _verdict_on_published(audit: Audit) -> str:
    published = len(audit.scorecard.study.published)
    if not published:
        return "Published ratings: the study has no published.csv to compare with."
    if not audit.published:
        every = f"all {published} are equal to the computed ones."
        return (
            "Published ratings: "
            f"{'the only one is equal to the computed one.' if published == 1 else every}"
        )
    equal = published - len(audit.published)
    return (
        f"Published ratings: {equal} of {published} {named(equal, 'is', 'are')} equal to the "
        "computed ones."
    )


def _differences(audit: Audit) -> Iterator[Block]:
    rows = [("Case", "Node", "What", "Scorecard", "Recomputed")]
    rows += [
        (entry.case or "all", entry.node, entry.field, entry.scored, entry.recomputed)
        for entry in audit.differences[:SHOWN]
    ]
    yield Table(rows)
    if len(audit.differences) > SHOWN:
        yield f"and {len(audit.differences) - SHOWN} more; --format csv has all of them"


def _published(audit: Audit) -> Iterator[Block]:
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
        f"or the sum below it is {quantity} {distance} {side}: it is {total} over "
        f"{change.entries}, and {level} {begins} {exact(limit)}"
    )
