"""Nodes, levels and cases as the plain values that templates show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from vfi.reporting.palette import palette
from vfi.rubric import Rubric, Scale
from vfi.rubric.models import INSUFFICIENT, UNDETERMINED
from vfi.rubric.rules import HurdleOutcome, Margin
from vfi.scoring import Node, Scorecard
from vfi.scoring.words import decimal, thresholds_in_words
from vfi.study import Determination

View = dict[str, Any]
MISSING: Mapping[str, str] = {"text": INSUFFICIENT, "code": "–", "class": "missing"}
OPEN: Mapping[str, str] = {"text": UNDETERMINED, "code": "?", "class": "missing"}
SEVERAL_BELOW = {"dimension": "criterion ratings", "overall": "dimension ratings"}


def rated(level: str | None, scale: Scale) -> View:
    """A level as a cell shows it: its name, its code and the class that gives its colours."""
    if level is None or level == INSUFFICIENT:
        return dict(MISSING)
    if level == UNDETERMINED:
        return dict(OPEN)
    return {"text": level, "code": scale.codes[level], "class": f"level-{len(scale.names)}-{scale.positions[level]}"}


def scale_view(scale: Scale, name: str = "") -> View:
    """A scale with its levels, the lowest first, and their colours."""
    swatches = palette(len(scale.levels))
    levels = [
        {
            **rated(level.name, scale),
            "value": decimal(level.value),
            "meaning": level.meaning,
            "background": swatch.background,
            "ink": swatch.text,
        }
        for level, swatch in zip(scale.levels, swatches, strict=True)
    ]
    return {"name": name, "levels": levels}


def node_view(node: Node, scorecard: Scorecard) -> View:
    """A node with its rating, its numbers, what limited it and the words for its thresholds."""
    rubric = scorecard.study.rubric
    total = sum((entry.value for entry in node.counted if entry.value is not None), Fraction(0))
    counted = len(node.counted)
    is_mean = bool(counted) and node.value == total / counted
    return {
        "id": node.id,
        "kind": node.kind,
        "title": node.title,
        "label": rubric.parts[node.id].label if node.id in rubric.parts else node.title,
        "rating": rated(node.result, node.scale),
        "why_none": node.reason,
        "score": MISSING["code"] if node.value is None else f"{float(node.value):z.2f}",
        "exact": MISSING["code"] if node.value is None else str(node.value),
        "sum": decimal(total) if is_mean else MISSING["code"],
        "quotient": f"{decimal(total)}/{counted}" if is_mean else "",
        "counted": counted,
        "basis": _basis(node, scorecard),
        "judged": node.judged,
        "missing": node.missing,
        "total": node.judged + node.missing,
        "counts": _counts(node, rubric),
        "thresholds": thresholds_in_words(node),
        "before": rated(node.before, node.scale) if node.before != node.rating else None,
        "hurdles": [hurdle_view(outcome, node.scale) for outcome in node.bitten_by],
        "determined": None if node.determined is None else determination_view(node.determined, node.scale),
        **_distances(node.value, node.margin),
    }


def hurdle_view(outcome: HurdleOutcome, scale: Scale) -> View:
    """What a hurdle did to a node, and why it is there."""
    return {
        "title": outcome.hurdle.title,
        "reason": outcome.hurdle.reason,
        "kind": outcome.hurdle.kind,
        "node": outcome.hurdle.node,
        "bit": outcome.bit,
        "met_by": outcome.met_by,
        "before": rated(outcome.before, scale),
        "after": rated(outcome.after, scale),
    }


def determination_view(determination: Determination, scale: Scale) -> View:
    """What the panel settled on, beside the computed rating."""
    return {
        "rating": rated(determination.level, scale),
        "reason": determination.reason,
        "who": determination.who,
        "date": determination.date,
    }


def case_rows(scorecard: Scorecard, judged: Sequence[str]) -> list[View]:
    """A row for each case with its level on each of the criteria."""
    scales = {name: scorecard.study.rubric.judgement_scale(name) for name in judged}
    return [
        {
            "id": case.id,
            "name": case.name,
            "cells": [rated(case.levels.get(name), scale) for name, scale in scales.items()],
        }
        for case in scorecard.cases
    ]


def percentage(part: int, whole: int) -> str:
    """A share as a whole percentage, and never 100% of less than all."""
    if not whole:
        return ""
    rounded = (200 * part + whole) // (2 * whole)
    return f"{min(rounded, 99) if part < whole else 100}%"


def _counts(node: Node, rubric: Rubric) -> list[View]:
    scale = rubric.judgement_scale(node.id) if node.id in rubric.judged else node.scale
    return [{**rated(level, scale), "count": count} for level, count in node.counts.items() if level in scale.names]


def _basis(node: Node, scorecard: Scorecard) -> str:
    """What the rating rests on, in a few words."""
    rubric = scorecard.study.rubric
    below = scorecard.study.about.case_noun.plural if node.id in rubric.judged else SEVERAL_BELOW[node.kind]
    if node.margin is not None and node.value is not None:
        return f"Score {float(node.value):z.2f} from {len(node.counted)} {below}"
    found = ", ".join(f"{count} {level}" for level, count in reversed(list(node.counts.items())) if count)
    return f"From {len(node.counted)} {below}" + (f": {found}" if found else "")


def _distances(value: Fraction | None, margin: Margin | None) -> dict[str, str]:
    if value is None or margin is None:
        return {"above_lower": "", "below_upper": ""}
    return {
        "above_lower": "" if margin.lower is None else f"{float(value - margin.lower[0]):.2f}",
        "below_upper": "" if margin.upper is None else f"{float(margin.upper[0] - value):.2f}",
    }
