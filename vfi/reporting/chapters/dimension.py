"""A chapter for each dimension: its narrative, and the level of every case on its criteria."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.chapters.columns import column_ranges, most_columns
from vfi.reporting.lettering import longest_word
from vfi.reporting.views import MISSING, View, case_rows, node_view
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.rubric.models.parts import Group
    from vfi.scoring.models import Scorecard

TYPE_SIZE, HEAD_SIZE = 9.0, 8.3
FIRST_COLUMN, NARROWEST, PADDING = 40.0, 20.0, 2.6  # millimetres


def dimension_chapter(scorecard: Scorecard, dimension: Group, text: Markup | None) -> Chapter:
    """The chapter of a dimension; one that is judged as a whole has itself as its only column."""
    judged = [part.id for part in dimension.judged]
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
        parts=_parts(scorecard, judged),
        rows=case_rows(scorecard, judged),
        has_score=any(view["score"] != MISSING["code"] for view in criteria),
        left_out=all(scorecard.node(name).step.missing == "exclude" for name in judged),
    )


def _parts(scorecard: Scorecard, judged: Sequence[str]) -> list[View]:
    """Which criteria stand together in a table: all of them, unless they are too many for the width
    of a page.
    """
    rubric = scorecard.study.rubric
    heads = [text for name in judged for text in (name, rubric.parts[name].title)]
    levels = [
        INSUFFICIENT,
        *(level for name in judged for level in rubric.judgement_scale(name).names),
    ]
    widest = max(longest_word(heads, HEAD_SIZE), longest_word(levels, TYPE_SIZE))
    ranges = column_ranges(len(judged), most_columns(widest + PADDING, FIRST_COLUMN, NARROWEST))
    return [{"first": places.start, "end": places.stop} for places in ranges]
