"""`vfi rubric diff`: what is different between two rubrics, and what that does to a study."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vfi.cli.options import FormatOption, OutputOption
from vfi.cli.terminal.blocks import Block, Labelled, Table

if TYPE_CHECKING:
    from vfi.inspection.diff import RubricChange
    from vfi.rubric import Rubric
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
    format_: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show what is different between two rubrics, or two versions of one.

    With a study also its ratings under both, from the same judgements. A judgement that a rubric
    has no criterion or level for is left out under it, and counted.
    """
    from vfi.cli.output import destination
    from vfi.inspection.diff import differences
    from vfi.rubric import load_rubric

    answer = destination(format_, output)
    first, second = load_rubric(before), load_rubric(after)
    changes = differences(first, second)
    rescoring = None if study is None else _rescored(study, first, second)
    answer.deliver(
        table=lambda: _lines(first, second, changes, study, rescoring),
        json=lambda: _document(first, second, changes, rescoring),
        csv=lambda: _rows(changes, rescoring),
    )


def _rescored(name: str, before: Rubric, after: Rubric) -> Rescoring:
    from vfi.scoring.rescoring import rescore
    from vfi.study import load_study

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
        f"{_number(len(changes), 'difference')}"
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
        f"{study}: {_number(len(rescoring.changes), 'rating')} of {rescoring.compared} compared "
        "become others"
    )
    for place, number in zip(("first", "second"), rescoring.left_out, strict=True):
        if number:
            yield (
                f"{_number(number, 'judgement')} left out under the {place} rubric, which has no "
                "place for them"
            )
    if rescoring.unjudged:
        yield (
            f"{_number(rescoring.unjudged, 'judgement')} that the second rubric asks for, not in "
            "the study"
        )


def _number(number: int, what: str) -> str:
    from vfi.numbers import count_of

    return count_of(number, what)


def _document(
    before: Rubric, after: Rubric, changes: Sequence[RubricChange], rescoring: Rescoring | None
) -> dict[str, Any]:
    from dataclasses import asdict

    rubrics = [
        {"id": one.id, "version": one.version, "sha256": one.sha256} for one in (before, after)
    ]
    document: dict[str, Any] = {
        "schema": "vfi.rubric-diff/1",
        "before": rubrics[0],
        "after": rubrics[1],
    }
    document["changes"] = [asdict(change) for change in changes]
    if rescoring is not None:
        document["ratings"] = {
            "compared": rescoring.compared,
            "left_out": {"before": rescoring.left_out[0], "after": rescoring.left_out[1]},
            "unjudged": rescoring.unjudged,
            "changes": [
                asdict(change) | {"before": change.before or None, "after": change.after or None}
                for change in rescoring.changes
            ],
        }
    return document


def _rows(changes: Sequence[RubricChange], rescoring: Rescoring | None) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [("kind", "part", "aspect", "before", "after")]
    rows += [
        (change.kind, change.part, change.aspect, change.before, change.after) for change in changes
    ]
    ratings = () if rescoring is None else rescoring.changes
    return rows + [
        ("rating", change.node, change.case or "", change.before, change.after)
        for change in ratings
    ]
