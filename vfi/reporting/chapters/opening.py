"""The first two chapters: what was found, and how the ratings were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import node_view, scale_view

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Scorecard


def summary_chapter(scorecard: Scorecard, text: Markup | None) -> Chapter:
    """The overall rating, what it rests on, and every rating at a glance."""
    rubric = scorecard.study.rubric
    ratings = [
        {
            **node_view(scorecard.node(dimension.id), scorecard),
            "below": [
                node_view(scorecard.node(part.id), scorecard)
                for part in dimension.walk()
                if part is not dimension
            ],
        }
        for dimension in rubric.dimensions
    ]
    one_scale = not rubric.scales
    return chapter("summary", "summary", "Summary", text=text, ratings=ratings, one_scale=one_scale)


def method_chapter(rubric: Rubric, text: Markup | None) -> Chapter:
    """The scale, or scales, and the method in the study's own words."""
    named = [scale_view(scale, name) for name, scale in rubric.scales.items()]
    return chapter(
        "method",
        "method",
        "How the ratings were made",
        text=text,
        scales=[scale_view(rubric.scale), *named],
    )
