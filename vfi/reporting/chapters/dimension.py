"""A chapter for each dimension: its narrative, and the level of every case on its criteria."""

from __future__ import annotations

from markupsafe import Markup

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import MISSING, case_rows, node_view
from vfi.rubric import Dimension
from vfi.scoring import Scorecard


def dimension_chapter(scorecard: Scorecard, dimension: Dimension, text: Markup | None) -> Chapter:
    """The chapter of a dimension; one that is judged as a whole has itself as its only column."""
    judged = [part.id for part in dimension.criteria or (dimension,)]
    criteria = [node_view(scorecard.node(name), scorecard) for name in judged]
    return chapter(
        "dimension",
        f"dimension-{dimension.id}",
        f"{dimension.id} {dimension.title}",
        text=text,
        question=dimension.question,
        node=node_view(scorecard.node(dimension.id), scorecard),
        is_holistic=dimension.is_holistic,
        criteria=criteria,
        rows=case_rows(scorecard, judged),
        has_score=any(view["score"] != MISSING["code"] for view in criteria),
        left_out=all(scorecard.node(name).step.missing == "exclude" for name in judged),
    )
