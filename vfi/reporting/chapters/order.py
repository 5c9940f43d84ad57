"""Which chapters a report has, and in what order."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.chapters.comparison import comparison_chapter
from vfi.reporting.chapters.computation import computation_chapter
from vfi.reporting.chapters.coverage import coverage_chapter
from vfi.reporting.chapters.dimension import dimension_chapter
from vfi.reporting.chapters.grid import grid_chapter
from vfi.reporting.chapters.indicators import indicators_chapter
from vfi.reporting.chapters.opening import method_chapter, summary_chapter
from vfi.reporting.chapters.perspectives import perspectives_chapter
from vfi.reporting.chapters.robustness import robustness_chapter
from vfi.reporting.chapters.sources import sources_chapter
from vfi.reporting.chapters.standards import standards_chapter
from vfi.scoring import Scorecard

OWN_PLACES = ("summary", "method", "limitations")


def chapters(scorecard: Scorecard, narrative: Mapping[str, Markup]) -> list[Chapter]:
    """The chapters of a report, without their numbers.

    Sections of the narrative that have no place of their own become chapters: those listed before the first
    dimension come before the dimensions, the others after them.
    """
    rubric = scorecard.study.rubric
    dimensions = [dimension.id for dimension in rubric.dimensions]
    order = list(narrative)
    first = min((order.index(name) for name in order if name in dimensions), default=len(order))
    own = [name for name in order if name not in (*OWN_PLACES, *dimensions)]
    found = [
        summary_chapter(scorecard, narrative.get("summary")),
        method_chapter(rubric, narrative.get("method")),
        *(_of_narrative(name, narrative[name]) for name in own if order.index(name) < first),
        *(dimension_chapter(scorecard, one, narrative.get(one.id)) for one in rubric.dimensions),
        *(_of_narrative(name, narrative[name]) for name in own if order.index(name) >= first),
        grid_chapter(scorecard),
        perspectives_chapter(scorecard),
        indicators_chapter(scorecard),
        coverage_chapter(scorecard, narrative.get("limitations")),
        standards_chapter(rubric),
        computation_chapter(scorecard),
        robustness_chapter(scorecard),
        comparison_chapter(scorecard),
        sources_chapter(scorecard),
    ]
    return [one for one in found if one is not None]


def _of_narrative(name: str, text: Markup) -> Chapter:
    title = name.replace("-", " ").replace("_", " ").capitalize()
    return chapter("narrative", f"section-{name}", title, text=text)
