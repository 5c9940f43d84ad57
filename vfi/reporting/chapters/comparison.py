"""Published and computed ratings side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import node_view, rated, rating_cell

if TYPE_CHECKING:
    from vfi.scoring.comparison import Comparison
    from vfi.scoring.models import Scorecard


def comparison_chapter(scorecard: Scorecard, comparison: Comparison | None) -> Chapter | None:
    """The comparison; None where the study has no published ratings."""
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
