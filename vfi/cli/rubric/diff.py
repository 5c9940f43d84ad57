"""`vfi rubric diff`: what is different between two rubrics, and what that does to a study."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vfi.cli.answer import Answer
from vfi.cli.terminal.blocks import Block, Labelled, Table
from vfi.numbers import count_of

if TYPE_CHECKING:
    from vfi.inspection.diff import RubricChange
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.rescoring import Rescoring

HELP = "The id of a rubric (see `vfi rubrics`) or the path of its folder."


def diff_command(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help=HELP, show_default=False)],
    after: Annotated[str, typer.Argument(metavar="AFTER", help=HELP, show_default=False)],
    study: Annotated[
        str | None,
        typer.Option(
            "--study",
            help="Also show which ratings of this study become others.",
            show_default=False,
        ),
    ] = None,
) -> Answer:
    """Show what is different between two rubrics, or two versions of one.

    With a study also its ratings under both, from the same judgements. A judgement that a rubric
    has no criterion or level for is left out under it, and counted.
    """
    from vfi.inspection.diff import differences
    from vfi.rubric.loading import load_rubric
    from vfi.scoring.diff_document import diff_document, diff_rows

    first, second = load_rubric(before), load_rubric(after)
    changes = differences(first, second)
    rescoring = None if study is None else _rescored(study, first, second)
    return Answer(
        document=lambda: diff_document(first, second, changes, rescoring),
        rows=lambda: diff_rows(changes, rescoring),
        text=lambda: _lines(first, second, changes, study, rescoring),
    )


def _rescored(name: str, before: Rubric, after: Rubric) -> Rescoring:
    from vfi.scoring.rescoring import rescore
    from vfi.study.loading import load_study

    return rescore(load_study(name), before, after)


def _lines(
    before: Rubric,
    after: Rubric,
    changes: Sequence[RubricChange],
    study: str | None,
    rescoring: Rescoring | None,
) -> Iterator[Block]:
    """The counts first, then each difference, then each rating that becomes another."""
    yield (
        f"{before.id} {before.version} -> {after.id} {after.version}: "
        f"{count_of(len(changes), 'difference')}"
    )
    if rescoring is not None:
        yield from _counts(study, rescoring)
    for change in changes:
        yield ""
        yield f"{change.kind} {change.part}{f', {change.aspect}' if change.aspect else ''}"
        for sign, text in (("-", change.before), ("+", change.after)):
            if text:
                yield Labelled(sign, text, column=4, indent=2)
    if rescoring is not None and rescoring.changes:
        rows = [
            (c.case or "all", c.node, c.title, c.before or "–", c.after or "–")
            for c in rescoring.changes
        ]
        yield ""
        yield Table([("Case", "Node", "Title", "Before", "After"), *rows])


def _counts(study: str | None, rescoring: Rescoring) -> Iterator[Block]:
    yield (
        f"{study}: {count_of(len(rescoring.changes), 'rating')} of {rescoring.compared} compared "
        "become others"
    )
    for place, number in zip(("first", "second"), rescoring.left_out, strict=True):
        if number:
            yield (
                f"{count_of(number, 'judgement')} left out under the {place} rubric, which has no "
                "place for them"
            )
    if rescoring.unjudged:
        yield (
            f"{count_of(rescoring.unjudged, 'judgement')} that the second rubric asks for, not in "
            "the study"
        )
