"""Published and computed ratings side by side."""

from __future__ import annotations

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import node_view, rated, rating_cell
from vfi.scoring import Scorecard, compare


def comparison_chapter(scorecard: Scorecard) -> Chapter | None:
    """The comparison; None where the study has no published ratings."""
    comparison = compare(scorecard)
    if comparison is None:
        return None
    rows = []
    for row in comparison.rows:
        node = scorecard.node(row.node)
        rows.append(
            {
                "id": row.node,
                "label": node_view(node, scorecard)["label"],
                "published": rated(row.published, node.scale),
                "computed": rating_cell(node),
                "equal": row.equal,
                "source": row.source,
            }
        )
    equal = len(rows) - len(comparison.differences)
    title = "Published and computed ratings"
    return chapter("comparison", "comparison", title, appendix=True, rows=rows, equal=equal)
