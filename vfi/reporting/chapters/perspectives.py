"""The same judgements under the other perspectives of the rubric."""

from __future__ import annotations

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import node_view, rated
from vfi.scoring import Scorecard
from vfi.scoring.perspectives import ALL, score_perspectives


def perspectives_chapter(scorecard: Scorecard) -> Chapter | None:
    """Every rating under the rubric and under each perspective side by side; None where there is no perspective."""
    others = score_perspectives(scorecard.study, [ALL]) if scorecard.study.rubric.perspectives else ()
    if not others:
        return None
    rows = []
    for node in scorecard.nodes.values():
        under = [other.scorecard.node(node.id) for other in others]
        ratings = [{**rated(one.result, one.scale), "differs": one.result != node.result} for one in under]
        rows.append({**node_view(node, scorecard), "ratings": ratings})
    perspectives = [
        {
            "title": other.perspective.title,
            "reason": other.perspective.reason,
            "differing": sum(row["ratings"][place]["differs"] for row in rows),
        }
        for place, other in enumerate(others)
    ]
    return chapter("perspectives", "perspectives", "Other perspectives", perspectives=perspectives, rows=rows)
