"""Nodes, levels and cases as the plain values that templates show."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from vfi.reporting.palette import Swatch
from vfi.rubric import Rubric, Scale
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Margin, Node, Scorecard
from vfi.scoring.words import decimal, thresholds_in_words

MISSING = {"text": INSUFFICIENT, "code": "–", "class": "missing"}


def rated(level: str | None, scale: Scale) -> dict[str, Any]:
    """A level as a cell shows it: its name, its code and the class that gives its colours."""
    if level is None or level == INSUFFICIENT:
        return dict(MISSING)
    return {"text": level, "code": scale.codes[level], "class": f"level-{scale.names.index(level)}"}


def levels_view(scale: Scale, swatches: Sequence[Swatch]) -> list[dict[str, Any]]:
    """The levels, the lowest first, with their colours."""
    return [
        {**rated(level.name, scale), "background": swatch.background, "ink": swatch.text}
        for level, swatch in zip(scale.levels, swatches, strict=True)
    ]


def node_view(node: Node, rubric: Rubric) -> dict[str, Any]:
    """A node with its rating, its numbers and the words for its thresholds."""
    counted = [entry.value for entry in node.counted if entry.value is not None]
    labels = {criterion.id: criterion.label for criterion in rubric.criteria}
    return {
        "id": node.id,
        "kind": node.kind,
        "title": node.title,
        "label": labels.get(node.id, node.title),
        "rating": rated(node.rating, rubric.scale),
        "score": "" if node.value is None else f"{float(node.value):.2f}",
        "exact": "" if node.value is None else str(node.value),
        "sum": decimal(sum(counted, Fraction(0))),
        "counted": len(counted),
        "judged": node.judged,
        "missing": node.missing,
        "total": node.judged + node.missing,
        "counts": [{**rated(level, rubric.scale), "count": count} for level, count in node.counts.items()],
        "thresholds": thresholds_in_words(node),
        **_distances(node.value, node.margin),
    }


def case_rows(scorecard: Scorecard, criteria: Sequence[str]) -> list[dict[str, Any]]:
    """A row for each case with its level on each of the criteria."""
    scale = scorecard.study.rubric.scale
    return [
        {
            "id": case.id,
            "name": case.name,
            "cells": [rated(case.levels.get(criterion), scale) for criterion in criteria],
        }
        for case in scorecard.cases
    ]


def percentage(part: int, whole: int) -> str:
    """A share as a whole percentage, and never 100% of less than all."""
    if not whole:
        return ""
    rounded = (200 * part + whole) // (2 * whole)
    return f"{min(rounded, 99) if part < whole else 100}%"


def _distances(value: Fraction | None, margin: Margin | None) -> dict[str, str]:
    if value is None or margin is None:
        return {"above_lower": "", "below_upper": ""}
    return {
        "above_lower": "" if margin.lower is None else f"{float(value - margin.lower[0]):.2f}",
        "below_upper": "" if margin.upper is None else f"{float(margin.upper[0] - value):.2f}",
    }
