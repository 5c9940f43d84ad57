"""The criteria with their standards, and where each standard comes from."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from vfi.problems import capitalised
from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.tiers import groups_between
from vfi.reporting.views import View, origin_view, rated
from vfi.rubric.models.parts import Criterion

if TYPE_CHECKING:
    from vfi.rubric.models.parts import Group, Judged
    from vfi.rubric.models.rubric import Rubric


def standards_chapter(rubric: Rubric) -> Chapter:
    """A table of standards for each criterion, and for each group that is judged as a whole."""
    groups = [
        {
            "id": dimension.id,
            "title": dimension.title,
            "parts": _parts(dimension, rubric),
        }
        for dimension in rubric.dimensions
    ]
    return chapter(
        "standards",
        "standards",
        f"{capitalised(rubric.tiers[0].plural)} and standards",
        appendix=True,
        groups=groups,
        several_sources=len(rubric.sources) > 1,
    )


def _parts(dimension: Group, rubric: Rubric) -> list[View]:
    """What is judged in a dimension by the groups that it stands in, the path from below the
    dimension; none where it is right below it.
    """
    by_groups = groupby(dimension.judged, lambda part: groups_between(rubric, part.id))
    return [
        {
            "path": [{"id": name, "title": rubric.parts[name].title} for name in reversed(groups)],
            "criteria": [_criterion(part, rubric) for part in judged],
        }
        for groups, judged in by_groups
    ]


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
