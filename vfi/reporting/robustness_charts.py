"""The geometry of the figures on how firm ratings are; templates draw it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from vfi.numbers import grouped, percent
from vfi.palette import palette
from vfi.reporting.charts import EDGE, NO_LEVEL, ROW_HEIGHT, TEXT_SIZE, fits, row_names
from vfi.reporting.lettering import shortened, width_in_ems
from vfi.reporting.tiers import role
from vfi.reporting.views import rated
from vfi.robustness.chance.distributions import NO_RATING, Distribution

if TYPE_CHECKING:
    from vfi.robustness.firmness import Firmness, Ranking, Thresholds
    from vfi.scoring.models import Node, Scorecard

MOST_ROWS = 45  # what fits on a page
AXIS_WIDTH = 660
SHARES_WIDTH = 830
PERCENT_PLACES = 1
MOST_TICKS = 6
HALF = Fraction(1, 2)
NARROWEST_VERDICT = 110
NO_RATING_VIEW = {"text": NO_RATING, "code": "none", "class": "missing"}
WORDS_WIDTH = 320  # what there is room for to the right of the bars


def distances(scorecard: Scorecard, ranking: Ranking) -> dict[str, Any]:
    """Bars: the fewest steps that make the rating of each node another one, in the order of the
    ranking.

    A bar has the colour of the rating that the node has. One whose rating cannot change has no bar;
    a node without a rating has no row.
    """
    shown = [firmness for firmness in ranking.ratings if firmness.verdict != "no rating"]
    cut = shown[:MOST_ROWS]
    ticks = _ticks(max((firmness.steps or 0 for firmness in cut), default=1))
    rows = [
        {
            **_row(scorecard.nodes[firmness.node], place, scorecard),
            **_bar(firmness, scorecard, ticks[-1]),
        }
        for place, firmness in enumerate(cut)
    ]
    return {
        "rows": rows,
        "ticks": [{"at": AXIS_WIDTH * tick // ticks[-1], "text": grouped(tick)} for tick in ticks],
        "zones": _zones(ranking.thresholds, ticks[-1]),
        "width": AXIS_WIDTH,
        "height": len(rows) * ROW_HEIGHT,
        "is_cut": len(shown) > MOST_ROWS,
        "description": _described("Fewest steps to another rating", rows),
    }


def _ticks(longest: int) -> list[int]:
    step = next(step for step in _axis_steps() if step * (MOST_TICKS - 1) >= longest)
    return [step * place for place in range(max(-(-longest // step), 1) + 1)]


def _zones(thresholds: Thresholds, last: int) -> list[dict[str, Any]]:
    """Where along the axis each verdict lies, as far as the axis goes; the limits lie half a step
    from whole ones.
    """
    limits: list[Fraction] = [
        Fraction(0),
        thresholds.on_the_line + HALF,
        thresholds.firm - HALF,
        Fraction(last),
    ]
    edges = [int(AXIS_WIDTH * min(limit, Fraction(last)) / last) for limit in limits]
    verdicts = ("on the line", "fair", "firm")
    zones = [
        (verdict, left, right - left)
        for verdict, (left, right) in zip(verdicts, pairwise(edges), strict=True)
    ]
    return [
        {
            "verdict": verdict,
            "left": left,
            "width": width,
            "is_labelled": width >= NARROWEST_VERDICT,
        }
        for verdict, left, width in zones
        if width > 0
    ]


def _axis_steps() -> Iterator[int]:
    """1, 2, 5, 10, 20 and so on."""
    return (digit * 10**power for power in count() for digit in (1, 2, 5))


def _bar(firmness: Firmness, scorecard: Scorecard, last: int) -> dict[str, Any]:
    nearest, node = firmness.nearest, scorecard.nodes[firmness.node]
    if nearest is None or nearest.steps.fewest is None or node.rating is None:
        return {"length": None, "words": firmness.words}
    arrow, other = ("↓", "lower") if nearest.direction == "down" else ("↑", "higher")
    number = f": {'' if nearest.steps.exact else 'at least '}{grouped(nearest.steps.fewest)}"
    room = WORDS_WIDTH / TEXT_SIZE - width_in_ems(f"{arrow} {number}")
    return {
        "length": max(AXIS_WIDTH * nearest.steps.fewest // last, 2),
        "fill": palette(len(node.scale.levels))[node.scale.positions[node.rating]].background,
        "edge": EDGE,
        "words": f"{arrow} {shortened(nearest.steps.to or other, room)}{number}",
    }


def chances(
    scorecard: Scorecard, found: Mapping[str, Distribution], order: Sequence[str]
) -> dict[str, Any]:
    """Stacked bars: the chance of each level of each node, in the order given, which is that of the
    ranking.
    """
    nodes = [scorecard.nodes[node] for node in order]
    rows = [
        {
            **_row(node, place, scorecard),
            "segments": _segments(node, found[node.id]),
            "words": percent(_stays(node, found), PERCENT_PLACES),
        }
        for place, node in enumerate(nodes[:MOST_ROWS])
    ]
    return {
        "rows": rows,
        "width": SHARES_WIDTH,
        "height": len(rows) * ROW_HEIGHT,
        "is_cut": len(nodes) > MOST_ROWS,
        "description": _described("Chance that each rating stays as it is", rows),
    }


def _stays(node: Node, found: Mapping[str, Distribution]) -> Fraction:
    return found[node.id].share(node.rating or NO_RATING)


def _segments(node: Node, distribution: Distribution) -> list[dict[str, Any]]:
    swatches = palette(len(node.scale.levels))
    segments: list[dict[str, Any]] = []
    before = 0.0
    for level, chance in distribution.chances.items():
        left, right = round(SHARES_WIDTH * before), round(SHARES_WIDTH * min(before + chance, 1.0))
        before += chance
        if left == right:
            continue
        swatch = (
            swatches[node.scale.positions[level]] if level in node.scale.positions else NO_LEVEL
        )
        segment = {
            **(NO_RATING_VIEW if level == NO_RATING else rated(level, node.scale)),
            "fill": swatch.background,
            "edge": EDGE if swatch is NO_LEVEL else swatch.background,
            "ink": swatch.text,
            "left": left,
            "width": right - left,
            "middle": (left + right) // 2,
            "chance": percent(distribution.share(level), PERCENT_PLACES),
        }
        segments.append(segment | {"words": _label(segment)})
    return segments


def _label(segment: Mapping[str, Any]) -> str:
    """As much as there is room for."""
    code = segment["code"]
    wishes = [f"{code} {segment['chance']}", *([code] if code != NO_RATING_VIEW["code"] else [])]
    return next((wish for wish in wishes if fits(wish, segment["width"])), "")


def _row(node: Node, place: int, scorecard: Scorecard) -> dict[str, Any]:
    parts = scorecard.study.rubric.parts
    label = parts[node.id].label if node.id in parts else node.title
    return {
        **row_names("" if node.kind == "overall" else node.id, label),
        "role": role(scorecard.study.rubric, node.id),
        "whole_label": label,
        "rating": rated(node.result, node.scale),
        "top": place * ROW_HEIGHT,
    }


def _described(what: str, rows: Sequence[Mapping[str, Any]]) -> str:
    told = [
        f"{' '.join(filter(None, [row['id'], row['whole_label']]))}, now {row['rating']['text']}: "
        f"{_values(row)}."
        for row in rows
    ]
    return f"{what}. {' '.join(told)}"


def _values(row: Mapping[str, Any]) -> str:
    others = [f"{part['text']} {part['chance']}" for part in row.get("segments", ())]
    return ", ".join(others) if others else str(row["words"])
