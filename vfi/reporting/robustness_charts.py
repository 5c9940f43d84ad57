"""The geometry of the figures on how firm ratings are; templates draw it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from textwrap import shorten
from typing import Any

from vfi.reporting.charts import EDGE, LONGEST_LABEL, NO_LEVEL, ROW_HEIGHT
from vfi.reporting.palette import palette
from vfi.reporting.views import rated
from vfi.robustness import Distribution, Flip
from vfi.robustness.distributions import NO_RATING
from vfi.robustness.words import nearest_flip, percent
from vfi.rubric.models import UNDETERMINED
from vfi.scoring import Node, Scorecard

MOST_ROWS = 45  # what fits on a page
AXIS_WIDTH = 660
SHARES_WIDTH = 830
AXIS_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
MOST_TICKS = 6
NARROWEST_CODE, NARROWEST_SHARE = 26, 140  # for a code, and for a code with a percentage

Flips = Mapping[str, tuple[Flip, ...]]


def distances(scorecard: Scorecard, flips: Flips) -> dict[str, Any]:
    """Bars: how many one-level changes, in each hundred judgements, bring each node to its nearest other rating.

    The shortest bar is first; nodes without a rating or whose rating cannot change have no bar and come last.
    """
    nodes = [node for node in scorecard.nodes.values() if node.rating is not None]
    nodes.sort(key=lambda node: _share(node, flips[node.id]) or Fraction(1 << 30))
    shares = {node.id: _share(node, flips[node.id]) for node in nodes[:MOST_ROWS]}
    ticks = _ticks(max((share for share in shares.values() if share), default=Fraction(1)))
    rows = [
        {**_row(node, place, scorecard), **_bar(node, flips[node.id], shares[node.id], ticks[-1])}
        for place, node in enumerate(nodes[:MOST_ROWS])
    ]
    return {
        "rows": rows,
        "ticks": [{"at": AXIS_WIDTH * tick // ticks[-1], "text": str(tick)} for tick in ticks],
        "width": AXIS_WIDTH,
        "height": len(rows) * ROW_HEIGHT,
        "is_cut": len(nodes) > MOST_ROWS,
        "description": _described("One-level changes to the nearest other rating", rows),
    }


def _share(node: Node, flips: Sequence[Flip]) -> Fraction | None:
    """One-level changes for each hundred judgements; None where no change moves the rating."""
    near = nearest_flip(flips)
    if near is None or near.steps.fewest is None:
        return None
    return Fraction(100 * near.steps.fewest, max(node.judged, 1))


def _ticks(longest: Fraction) -> list[int]:
    step = next((one for one in AXIS_STEPS if one * (MOST_TICKS - 1) >= longest), AXIS_STEPS[-1])
    return [step * place for place in range(int(-(-longest // step)) + 1)]


def _bar(node: Node, flips: Sequence[Flip], share: Fraction | None, last: int) -> dict[str, Any]:
    near = nearest_flip(flips)
    if near is None or share is None:
        return {"length": None, "words": "cannot change"}
    arrow = "↓" if near.direction == "down" else "↑"
    to = near.steps.to or ("lower" if near.direction == "down" else "higher")
    swatch = palette(len(node.scale.levels))[node.scale.positions[near.steps.to]] if near.steps.to else NO_LEVEL
    least = "" if near.steps.exact else "at least "
    return {
        "length": max(int(AXIS_WIDTH * share / last), 2),
        "fill": swatch.background,
        "edge": EDGE,
        "words": f"{arrow} {to}: {least}{near.steps.fewest}",
    }


def chances(scorecard: Scorecard, found: Mapping[str, Distribution]) -> dict[str, Any]:
    """Stacked bars: the chance of each level of each node, the rating that is least sure to stay first."""
    nodes = sorted(scorecard.nodes.values(), key=lambda node: _stays(node, found))
    rows = [
        {**_row(node, place, scorecard), "segments": _segments(node, found[node.id]), "words": _kept(node, found)}
        for place, node in enumerate(nodes[:MOST_ROWS])
    ]
    return {
        "rows": rows,
        "width": SHARES_WIDTH,
        "height": len(rows) * ROW_HEIGHT,
        "is_cut": len(nodes) > MOST_ROWS,
        "description": _described("Chance that each rating stays as it is", rows),
    }


def _stays(node: Node, found: Mapping[str, Distribution]) -> float:
    return found[node.id].chances.get(node.rating or NO_RATING, 0.0)


def _kept(node: Node, found: Mapping[str, Distribution]) -> str:
    return percent(_stays(node, found))


def _segments(node: Node, distribution: Distribution) -> list[dict[str, Any]]:
    swatches = palette(len(node.scale.levels))
    segments: list[dict[str, Any]] = []
    before = 0.0
    for level, chance in distribution.chances.items():
        left, right = round(SHARES_WIDTH * before), round(SHARES_WIDTH * min(before + chance, 1.0))
        before += chance
        if left == right:
            continue
        swatch = swatches[node.scale.positions[level]] if level in node.scale.positions else NO_LEVEL
        segment = {
            **rated(UNDETERMINED if level == NO_RATING else level, node.scale),
            "fill": swatch.background,
            "edge": EDGE if swatch is NO_LEVEL else swatch.background,
            "ink": swatch.text,
            "left": left,
            "width": right - left,
            "middle": (left + right) // 2,
            "chance": percent(chance),
        }
        segments.append(segment | {"words": _label(segment)})
    return segments


def _label(segment: Mapping[str, Any]) -> str:
    """As much as there is room for."""
    if segment["width"] < NARROWEST_CODE:
        return ""
    return f"{segment['code']} {segment['chance']}" if segment["width"] >= NARROWEST_SHARE else str(segment["code"])


def _row(node: Node, place: int, scorecard: Scorecard) -> dict[str, Any]:
    parts = scorecard.study.rubric.parts
    label = parts[node.id].label if node.id in parts else node.title
    return {
        "id": "" if node.kind == "overall" else node.id,
        "kind": node.kind,
        "label": shorten(label, LONGEST_LABEL, placeholder="…"),
        "whole_label": label,
        "rating": rated(node.result, node.scale),
        "top": place * ROW_HEIGHT,
    }


def _described(what: str, rows: Sequence[Mapping[str, Any]]) -> str:
    told = [
        f"{' '.join(filter(None, [row['id'], row['whole_label']]))}, now {row['rating']['text']}: {_values(row)}."
        for row in rows
    ]
    return f"{what}. {' '.join(told)}"


def _values(row: Mapping[str, Any]) -> str:
    others = [f"{part['text']} {part['chance']}" for part in row.get("segments", ())]
    return ", ".join(others) if others else str(row["words"])
