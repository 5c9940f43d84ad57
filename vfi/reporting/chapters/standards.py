"""The criteria with their standards, and where each standard comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import View, origin_view, rated
from vfi.rubric.models.parts import Criterion

if TYPE_CHECKING:
    from vfi.rubric.models.parts import Judged
    from vfi.rubric.models.rubric import Rubric


def standards_chapter(rubric: Rubric) -> Chapter:
    """A table of standards for each criterion, and for each dimension that is judged as a whole."""
    groups = [
        {
            "id": dimension.id,
            "title": dimension.title,
            "criteria": [_criterion(part, rubric) for part in dimension.judged],
        }
        for dimension in rubric.dimensions
    ]
    return chapter(
        "standards",
        "standards",
        "Criteria and standards",
        appendix=True,
        groups=groups,
        several_sources=len(rubric.sources) > 1,
    )


def _criterion(part: Judged, rubric: Rubric) -> View:
    levels = [
        name for name in reversed(rubric.judgement_scale(part.id).names) if name in part.standards
    ]
    return {
        "id": part.id,
        "title": part.title,
        "meaning": part.meaning if isinstance(part, Criterion) else part.question,
        "standards": [_standard(part, level, rubric) for level in levels],
    }


def _standard(part: Judged, level: str, rubric: Rubric) -> View:
    standard = part.standards[level]
    origin = origin_view(standard.provenance, rubric) if standard.has_provenance else {}
    return {**rated(level, rubric.judgement_scale(part.id)), "words": standard.text, **origin}
