"""The geometry of the figures; templates draw it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vfi.palette import WHITE, Swatch, palette
from vfi.reporting.lettering import shortened, width_in_ems
from vfi.reporting.tiers import groups_above
from vfi.reporting.views import rated
from vfi.synthesis.scale import INSUFFICIENT, Scale

if TYPE_CHECKING:
    from vfi.rubric.models.parts import Judged
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Node, Scorecard

BAR_WIDTH = 1000
ROW_HEIGHT = 34
DIMENSION_GAP, GROUP_GAP = 12, 8
MOST_ROWS = 36  # of a figure that leaves room on its page
NAME_SIZE, TEXT_SIZE = 26, 25  # of type, in units of the drawing
LABEL_LEFT, NAME_GAP, NAMES_WIDTH, WIDEST_ID = 74, 12, 412, 200
ART_COLUMNS = 20
EDGE = "#6b7478"
NO_LEVEL = Swatch(WHITE, "#22292b")


def distributions(scorecard: Scorecard) -> list[dict[str, Any]]:
    """Stacked bars: for each criterion how many cases are at each level, the lowest level at the
    left.

    There are as many figures as the criteria need to fit on pages. All lengths are in units of a
    drawing that is `width` wide, bars alone; the template adds the names.
    """
    judged = list(scorecard.study.rubric.judged.values())
    return [
        _distribution(scorecard, judged[at : at + MOST_ROWS])
        for at in range(0, len(judged), MOST_ROWS)
    ]


def _distribution(scorecard: Scorecard, judged: Sequence[Judged]) -> dict[str, Any]:
    """A figure of criteria; there is a gap between those of different dimensions, and a smaller one
    between those of different groups.
    """
    rows: list[dict[str, Any]] = []
    top, before = 0, judged[0]
    for part in judged:
        top += _gap(scorecard.study.rubric, before.id, part.id)
        segments = _segments(
            scorecard.node(part.id), scorecard.study.rubric.judgement_scale(part.id)
        )
        rows.append({"top": top, "segments": segments, **row_names(part.id, part.label)})
        top, before = top + ROW_HEIGHT, part
    description = _described(scorecard, [part.id for part in judged])
    return {"width": BAR_WIDTH, "height": top, "rows": rows, "description": description}


def _gap(rubric: Rubric, before: str, node: str) -> int:
    if before == node:
        return 0
    dimensions = {[name, *groups_above(rubric, name)][-1] for name in (before, node)}
    if len(dimensions) > 1:
        return DIMENSION_GAP
    return 0 if rubric.parents[before] == rubric.parents[node] else GROUP_GAP


def row_names(name: str, label: str) -> dict[str, Any]:
    """The id and the label that stand to the left of a row, as much of them as there is room
    for.
    """
    shown = shortened(name, WIDEST_ID / NAME_SIZE)
    left = max(LABEL_LEFT, round(width_in_ems(shown) * NAME_SIZE) + NAME_GAP) if name else 0
    return {
        "id": shown,
        "label": shortened(label, (NAMES_WIDTH - left) / NAME_SIZE),
        "label_left": left,
    }


def fits(text: str, width: int) -> bool:
    """Whether a text in a bar stays in it."""
    return width_in_ems(text) * TEXT_SIZE <= width


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
    """The code of a level with how many are at it, as far as there is room; a dash for none would
    read as a minus.
    """
    wishes = (
        [f"no level {count}", str(count)] if level is None else [f"{scale.codes[level]} {count}"]
    )
    return next((wish for wish in wishes if fits(wish, width)), "")


def _described(scorecard: Scorecard, names: Sequence[str]) -> str:
    noun = scorecard.study.about.case_noun.plural
    sentences = [f"Stacked bars of the number of {noun} at each level."]
    for name in names:
        node = scorecard.node(name)
        parts = [f"{count} {level}" for level, count in node.counts.items() if count]
        if node.missing:
            parts.append(f"{node.missing} {INSUFFICIENT.lower()}")
        sentences.append(f"{node.id} {node.title}: {', '.join(parts)}.")
    return " ".join(sentences)


def cover_art(scorecard: Scorecard) -> str:
    """The study's own grid of judgements as a decorative picture, in a `data:` URL for a
    background.
    """
    rubric = scorecard.study.rubric
    scales = {name: rubric.judgement_scale(name) for name in rubric.judged}
    cases = scorecard.cases[:ART_COLUMNS]
    squares = []
    for column, case in enumerate(cases):
        for row, (name, scale) in enumerate(scales.items()):
            level = case.levels.get(name)
            fill = (
                "none"
                if level is None
                else palette(len(scale.levels))[scale.positions[level]].background
            )
            squares.append(
                f'<rect x="{column * 10}" y="{row * 10}" width="9" height="9" fill="{fill}"/>'
            )
    size = f"{len(cases) * 10 - 1} {len(scales) * 10 - 1}"
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{"".join(squares)}</svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.encode()).decode()}"
