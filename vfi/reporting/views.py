"""Nodes, levels and cases as the plain values that templates show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from vfi.numbers import count_of, decimal, fixed
from vfi.palette import palette
from vfi.reporting.tiers import indent, role, tiers_of
from vfi.scoring.landmarks import SCORE_PLACES, landmarks, score_in_words
from vfi.scoring.words import thresholds_in_words
from vfi.synthesis.choices import MissingAs
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED, Scale
from vfi.synthesis.step import counted, shortfall_of

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.standards import Provenance
    from vfi.scoring.models import Node, Scorecard
    from vfi.study.models import Determination
    from vfi.synthesis.hurdles import HurdleOutcome
    from vfi.synthesis.outcome import Margin

View = dict[str, Any]
MISSING: Mapping[str, str] = {"text": INSUFFICIENT, "code": "–", "class": "missing"}
OPEN: Mapping[str, str] = {"text": UNDETERMINED, "code": "?", "class": "missing"}


def rated(level: str | None, scale: Scale) -> View:
    """A level as a cell shows it: its name, its code and the class that gives its colours."""
    if level is None or level == INSUFFICIENT:
        return dict(MISSING)
    if level == UNDETERMINED:
        return dict(OPEN)
    return {
        "text": level,
        "code": scale.codes[level],
        "class": f"level-{len(scale.names)}-{scale.positions[level]}",
    }


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
    return {
        "id": node.id,
        "kind": node.kind,
        "role": role(rubric, node.id),
        "indent": indent(rubric, node.id),
        "is_judged": node.id in rubric.judged,
        "title": node.title,
        "label": rubric.parts[node.id].label if node.id in rubric.parts else node.title,
        "rating": rated(node.result, node.scale),
        "why_none": node.reason,
        "basis": _basis(node, scorecard),
        "judged": node.judged,
        "missing": node.missing,
        "total": node.judged + node.missing,
        "counts": _counts(node, rubric),
        "thresholds": thresholds_in_words(node),
        "before": rated(node.before, node.scale) if node.before != node.rating else None,
        "hurdles": [hurdle_view(outcome, node) for outcome in node.lowered_by],
        "determined": None
        if node.determined is None
        else determination_view(node.determined, node.scale),
        **_numbers(node),
        **_distances(node.value, node.margin),
    }


def hurdle_view(outcome: HurdleOutcome, node: Node) -> View:
    """What a hurdle did to a node, and why it is there."""
    return {
        "title": outcome.hurdle.title,
        "reason": outcome.hurdle.reason,
        "kind": outcome.hurdle.kind,
        "node": outcome.hurdle.node,
        "lowered": outcome.lowered,
        "triggered": outcome.triggered,
        "findings": outcome.findings,
        "before": rated(outcome.before or node.result, node.scale),
        "after": rated(outcome.after or node.result, node.scale),
    }


def determination_view(determination: Determination, scale: Scale) -> View:
    """What the panel settled on, beside the computed rating."""
    return {
        "rating": rated(determination.level, scale),
        "reason": determination.reason,
        "who": determination.who,
        "date": determination.date,
    }


def origin_view(provenance: Provenance, rubric: Rubric) -> View:
    """Where a standard or a cut point comes from; the source by its title."""
    titles = {source.id: source.title for source in rubric.sources}
    source = titles.get(provenance.source or "", provenance.source)
    return {**provenance.model_dump(exclude={"source"}), "source": source}


def rating_cell(node: Node) -> View:
    """A rating as a cell shows it, with what it was before hurdles and what the panel settled
    on.
    """
    return {
        **rated(node.result, node.scale),
        "before": rated(node.before, node.scale) if node.before != node.rating else None,
        "after": None,
        "determined": None
        if node.determined is None
        else determination_view(node.determined, node.scale),
    }


def judgement_cell(node: Node) -> View:
    """The level that a case was judged at, with what hurdles leave of it and what the panel settled
    on.
    """
    cell = rating_cell(node)
    if cell["before"] is None:
        return cell
    return {**cell, **cell["before"], "before": None, "after": rated(node.result, node.scale)}


def case_rows(scorecard: Scorecard, judged: Sequence[str]) -> list[View]:
    """A row for each case with its level on each of the criteria."""
    return [
        {
            "id": case.id,
            "name": case.name,
            "cells": [judgement_cell(case.nodes[name]) for name in judged],
        }
        for case in scorecard.cases
    ]


def _counts(node: Node, rubric: Rubric) -> list[View]:
    scale = rubric.judgement_scale(node.id) if node.id in rubric.judged else node.scale
    return [
        {**rated(level, scale), "count": count}
        for level, count in node.counts.items()
        if level in scale.names
    ]


def _basis(node: Node, scorecard: Scorecard) -> str:
    """What the rating rests on, in a few words."""
    counting, below = len(counted(node.step, node.inputs, node.scale)), _below(node, scorecard)
    if shortfall_of(node.step, node.inputs):
        return f"From {counting} of {below(len(node.inputs))}"
    if node.step.has_number:
        return f"Score {_score(node)} from {below(counting)}{_stand_ins(node)}"
    levels = [(level, count) for level, count in reversed(list(node.counts.items())) if count]
    found = ", ".join(level if counting == 1 else f"{count} {level}" for level, count in levels)
    return f"From {below(counting)}: {found}{_stand_ins(node)}"


def _below(node: Node, scorecard: Scorecard) -> Callable[[int], str]:
    """The words for so many of what a node is synthesised from: `1 criterion rating`, `3
    branches`.
    """
    rubric = scorecard.study.rubric
    if node.id in rubric.judged:
        noun = scorecard.study.about.case_noun
        singular, plural = noun.singular, noun.plural
    else:
        (tier,) = tiers_of(rubric, rubric.children[node.id])
        plural = f"{tier.title} {node.step.of}"
        singular = plural.removesuffix("s")
    return lambda number: count_of(number, singular, plural)


def _stand_ins(node: Node) -> str:
    missing = len(node.excluded)
    if not missing or not isinstance(node.step.missing, MissingAs):
        return ""
    return f", {missing} without a level counted as {node.step.missing.level}"


def _score(node: Node) -> str:
    return score_in_words(node) or MISSING["code"]


def _numbers(node: Node) -> View:
    """The way from the sum to the score; a rule that knows only levels has neither."""
    entries = counted(node.step, node.inputs, node.scale)
    total = sum((entry.value for entry in entries), Fraction(0))
    has_score = node.value is not None and node.step.has_number
    adds = node.step.adds_alike
    is_mean = adds and bool(entries) and node.value == total / len(entries)
    near = [landmark * len(entries) for landmark in landmarks(node)] if is_mean else landmarks(node)
    shown = decimal(total, landmarks=near)
    return {
        "score": _score(node) if has_score else MISSING["code"],
        "exact": str(node.value) if has_score else MISSING["code"],
        "sum": shown if adds and has_score else MISSING["code"],
        "quotient": f"{shown}/{len(entries)}" if is_mean else "",
        "counted": len(entries),
    }


def _distances(value: Fraction | None, margin: Margin | None) -> dict[str, str]:
    if value is None or margin is None:
        return {"above_lower": "", "below_upper": ""}
    return {
        "above_lower": "" if margin.lower is None else _distance(value - margin.lower[0]),
        "below_upper": "" if margin.upper is None else _distance(margin.upper[0] - value),
    }


def _distance(points: Fraction) -> str:
    return fixed(points, SCORE_PLACES, (0,))
