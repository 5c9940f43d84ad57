"""The geometry of the figures; templates draw it."""

from __future__ import annotations

import base64
from textwrap import shorten
from typing import Any

from vfi.reporting.palette import WHITE, Swatch, palette
from vfi.reporting.views import rated
from vfi.rubric import Scale
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Node, Scorecard

BAR_WIDTH = 1000
ROW_HEIGHT = 34
GROUP_GAP = 12
NARROWEST_LABEL = 26
NARROWEST_WORDS = 130
LONGEST_LABEL = 27
ART_COLUMNS = 20
EDGE = "#6b7478"
NO_LEVEL = Swatch(WHITE, "#22292b")


def distribution(scorecard: Scorecard) -> dict[str, Any]:
    """Stacked bars: for each criterion how many cases are at each level, the lowest level at the left.

    All lengths are in units of a drawing that is `width` wide, bars alone; the template adds the labels.
    """
    rubric = scorecard.study.rubric
    rows = []
    top = 0
    for dimension in rubric.dimensions:
        for part in dimension.criteria or (dimension,):
            node = scorecard.node(part.id)
            label = shorten(part.label, LONGEST_LABEL, placeholder="…")
            segments = _segments(node, rubric.judgement_scale(part.id))
            rows.append({"id": part.id, "label": label, "top": top, "segments": segments})
            top += ROW_HEIGHT
        top += GROUP_GAP
    return {"width": BAR_WIDTH, "height": top - GROUP_GAP, "rows": rows, "description": _described(scorecard)}


def _segments(node: Node, scale: Scale) -> list[dict[str, Any]]:
    total = len(node.inputs)
    swatches = palette(len(scale.levels))
    segments = []
    start = 0
    for level, count in (*node.counts.items(), (None, node.missing)):
        if not count:
            continue
        end = start + count
        left, right = BAR_WIDTH * start // total, BAR_WIDTH * end // total
        swatch = NO_LEVEL if level is None else swatches[scale.positions[level]]
        segments.append(
            {
                **rated(level, scale),
                "fill": swatch.background,
                "edge": EDGE if level is None else swatch.background,
                "ink": swatch.text,
                "left": left,
                "width": right - left,
                "middle": (left + right) // 2,
                "count": count,
                "label": _label(level, count, scale, right - left),
            }
        )
        start = end
    return segments


def _label(level: str | None, count: int, scale: Scale, width: int) -> str:
    """The code of a level with how many are at it, as far as there is room; a dash for none would read as a minus."""
    if width < NARROWEST_LABEL:
        return ""
    if level is not None:
        return f"{scale.codes[level]} {count}"
    return f"no level {count}" if width >= NARROWEST_WORDS else str(count)


def _described(scorecard: Scorecard) -> str:
    noun = scorecard.study.about.case_noun.plural
    sentences = [f"Stacked bars of the number of {noun} at each level."]
    for name in scorecard.study.rubric.judged:
        node = scorecard.node(name)
        parts = [f"{count} {level}" for level, count in node.counts.items() if count]
        if node.missing:
            parts.append(f"{node.missing} {INSUFFICIENT.lower()}")
        sentences.append(f"{node.id} {node.title}: {', '.join(parts)}.")
    return " ".join(sentences)


def cover_art(scorecard: Scorecard) -> str:
    """The study's own grid of judgements as a decorative picture, in a `data:` URL for a background."""
    rubric = scorecard.study.rubric
    scales = {name: rubric.judgement_scale(name) for name in rubric.judged}
    cases = scorecard.cases[:ART_COLUMNS]
    squares = []
    for column, case in enumerate(cases):
        for row, (name, scale) in enumerate(scales.items()):
            level = case.levels.get(name)
            fill = "none" if level is None else palette(len(scale.levels))[scale.positions[level]].background
            squares.append(f'<rect x="{column * 10}" y="{row * 10}" width="9" height="9" fill="{fill}"/>')
    size = f"{len(cases) * 10 - 1} {len(scales) * 10 - 1}"
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{"".join(squares)}</svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.encode()).decode()}"
