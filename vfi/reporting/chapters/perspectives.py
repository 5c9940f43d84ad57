"""The same judgements under the other perspectives of the rubric."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import View, node_view, rated
from vfi.scoring.words import rule_in_words

if TYPE_CHECKING:
    from vfi.rubric.models.perspectives import Perspective
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Kind, Scorecard
    from vfi.scoring.perspectives import PerspectiveScore

STEPS: tuple[tuple[Kind, str], ...] = (
    ("criterion", "From judgements to a criterion"),
    ("dimension", "From criteria to a dimension"),
    ("overall", "From dimensions to the whole"),
)


def perspectives_chapter(
    scorecard: Scorecard, others: Sequence[PerspectiveScore]
) -> Chapter | None:
    """Every rating under the rubric and under each perspective side by side; None where there is no
    perspective.
    """
    if not others:
        return None
    rows = []
    for node in scorecard.nodes.values():
        under = [other.scorecard.node(node.id) for other in others]
        ratings = [
            {**rated(one.result, one.scale), "differs": one.result != node.result} for one in under
        ]
        rows.append({**node_view(node, scorecard), "ratings": ratings})
    perspectives = [
        {
            "title": other.perspective.title,
            "reason": other.perspective.reason,
            "changes": _changes(other.perspective, scorecard.study.rubric),
            "differing": sum(row["ratings"][place]["differs"] for row in rows),
        }
        for place, other in enumerate(others)
    ]
    return chapter(
        "perspectives", "perspectives", "Other perspectives", perspectives=perspectives, rows=rows
    )


def _changes(perspective: Perspective, rubric: Rubric) -> list[View]:
    """What the perspective puts in place of the rubric's own steps and hurdles, in words."""
    changes = []
    if perspective.synthesis is not None:
        steps = {name: getattr(perspective.synthesis, name) for name, _ in STEPS}
        changes += [
            {"title": title, "words": rule_in_words(steps[name], name)}
            for name, title in STEPS
            if steps[name]
        ]
    for name, step in (perspective.nodes or {}).items():
        kind: Kind = (
            "overall"
            if name not in rubric.parts
            else "dimension"
            if name in rubric.children
            else "criterion"
        )
        words = rule_in_words(step, kind, is_judged=name in rubric.judged)
        changes.append(
            {"title": rubric.parts[name].label if name in rubric.parts else name, "words": words}
        )
    if perspective.hurdles is not None:
        hurdles = "; ".join(
            f"{hurdle.title} ({hurdle.kind}, limits {hurdle.node})"
            for hurdle in perspective.hurdles
        )
        changes.append({"title": "Hurdles", "words": f"{hurdles or 'None'}."})
    return changes
