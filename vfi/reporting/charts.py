"""The geometry of the figures; templates draw it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Any

from vfi.reporting.palette import Swatch
from vfi.reporting.views import rated
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Node, Scorecard

BAR_WIDTH = 1000
ROW_HEIGHT = 34
GROUP_GAP = 12
NARROWEST_LABEL = 26
ART_COLUMNS = 20


def distribution(scorecard: Scorecard) -> dict[str, Any]:
    """Stacked bars: for each criterion how many cases are at each level, the lowest level at the left.

    All lengths are in units of a drawing that is `width` wide, bars alone; the template adds the labels.
    """
    rubric = scorecard.study.rubric
    rows = []
    top = 0
    for dimension in rubric.dimensions:
        for criterion in dimension.criteria:
            node = scorecard.node(criterion.id)
            rows.append(
                {"id": criterion.id, "label": criterion.label, "top": top, "segments": _segments(node, scorecard)}
            )
            top += ROW_HEIGHT
        top += GROUP_GAP
    return {"width": BAR_WIDTH, "height": top - GROUP_GAP, "rows": rows, "description": _described(scorecard)}


def _segments(node: Node, scorecard: Scorecard) -> list[dict[str, Any]]:
    total = len(node.inputs)
    segments = []
    start = 0
    for level, count in (*node.counts.items(), (None, node.missing)):
        if not count:
            continue
        end = start + count
        left, right = BAR_WIDTH * start // total, BAR_WIDTH * end // total
        segments.append(
            {
                **rated(level, scorecard.study.rubric.scale),
                "left": left,
                "width": right - left,
                "middle": (left + right) // 2,
                "count": count,
                "labelled": right - left >= NARROWEST_LABEL,
            }
        )
        start = end
    return segments


def _described(scorecard: Scorecard) -> str:
    noun = scorecard.study.about.case_noun.plural
    sentences = [f"Stacked bars of the number of {noun} at each level."]
    for node in scorecard.criteria:
        parts = [f"{count} {level}" for level, count in node.counts.items() if count]
        if node.missing:
            parts.append(f"{node.missing} {INSUFFICIENT.lower()}")
        sentences.append(f"{node.id} {node.title}: {', '.join(parts)}.")
    return " ".join(sentences)


def cover_art(scorecard: Scorecard, swatches: Sequence[Swatch]) -> str:
    """The study's own grid of judgements as a decorative picture, in a `data:` URL for a background."""
    names = scorecard.study.rubric.scale.names
    cases = scorecard.cases[:ART_COLUMNS]
    squares = []
    for column, case in enumerate(cases):
        for row, criterion in enumerate(scorecard.study.rubric.criteria):
            level = case.levels.get(criterion.id)
            fill = "none" if level is None else swatches[names.index(level)].background
            squares.append(f'<rect x="{column * 10}" y="{row * 10}" width="9" height="9" fill="{fill}"/>')
    size = f"{len(cases) * 10 - 1} {len(scorecard.study.rubric.criteria) * 10 - 1}"
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{"".join(squares)}</svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.encode()).decode()}"
