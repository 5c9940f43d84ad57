"""A scorecard as a notebook shows it: a table of ratings in the colours of the report."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from vfi.palette import palette
from vfi.scoring.landmarks import score_in_words
from vfi.visible import visible

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard

HEADS = ("Id", "Title", "Rating", "Score", "Judged")
DETERMINED = "Determined"


def ratings_table(scorecard: Scorecard) -> str:
    """The ratings over all cases as an HTML table: the whole first, then each dimension before what
    is below it.
    """
    study = scorecard.study
    nodes = list(_from_the_top(scorecard))
    has_determined = any(node.determined for node in nodes)
    heads = (*HEADS, DETERMINED) if has_determined else HEADS
    rows = "\n".join(_row(node, has_determined) for node in nodes)
    rubric = f"{study.rubric.id} {study.rubric.version}"
    caption = f"{study.about.title} ({study.id}), by {rubric}: {scorecard.overall.result}"
    return (
        f"<table>\n<caption>{_text(caption)}</caption>\n"
        f"<thead><tr>{''.join(_head(head) for head in heads)}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _from_the_top(scorecard: Scorecard) -> Iterator[Node]:
    yield scorecard.overall
    for dimension in scorecard.study.rubric.dimensions:
        yield from (scorecard.nodes[part.id] for part in dimension.walk())


def _head(words: str) -> str:
    return f'<th scope="col">{_text(words)}</th>'


def _row(node: Node, has_determined: bool) -> str:
    cells = [
        f'<th scope="row">{_text(node.id)}</th>',
        _cell(node.title),
        _level(node, node.result),
        _cell(score_in_words(node) or ""),
        _cell(f"{node.judged} of {node.judged + node.missing}"),
    ]
    if has_determined:
        cells.append(_cell("") if node.determined is None else _level(node, node.determined.level))
    return f"<tr>{''.join(cells)}</tr>"


def _level(node: Node, level: str) -> str:
    """A cell in the colours of its level; one without a level, for which words stand, has none."""
    position = node.scale.positions.get(level)
    if position is None:
        return _cell(level)
    swatch = palette(len(node.scale.names))[position]
    style = f"background:{swatch.background};color:{swatch.text}"
    return f'<td style="{style}">{_text(level)}</td>'


def _cell(words: str) -> str:
    return f"<td>{_text(words)}</td>"


def _text(words: str) -> str:
    return escape(visible(words))
