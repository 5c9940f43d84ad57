"""The same judgements under the other perspectives of the rubric."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.chapters.computation import steps_in_words
from vfi.reporting.tiers import in_order
from vfi.reporting.views import View, node_view, rated
from vfi.scoring.words import rule_of_node

if TYPE_CHECKING:
    from vfi.rubric.models.perspectives import Perspective
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Scorecard
    from vfi.scoring.perspectives import PerspectiveScore


def perspectives_chapter(
    scorecard: Scorecard, others: Sequence[PerspectiveScore]
) -> Chapter | None:
    """Every rating under the rubric and under each perspective side by side; None where there is no
    perspective.
    """
    if not others:
        return None
    rows = []
    for node in map(scorecard.node, in_order(scorecard.study.rubric)):
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
    changed = rubric.under(perspective.id)
    changes = steps_in_words(rubric, perspective.synthesis or {})
    for name in perspective.nodes or ():
        changes.append({"title": rubric.parts[name].label, "words": rule_of_node(changed, name)})
    if perspective.hurdles is not None:
        hurdles = "; ".join(
            f"{hurdle.title} ({hurdle.kind}, limits {hurdle.node})"
            for hurdle in perspective.hurdles
        )
        changes.append({"title": "Hurdles", "words": f"{hurdles or 'None'}."})
    return changes
