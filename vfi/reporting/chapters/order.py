"""Which chapters a report has, and in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter, with_id
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
from vfi.reporting.tiers import groups_above

if TYPE_CHECKING:
    from vfi.reporting.answers import Answers
    from vfi.reporting.narrative import Section

SECTIONS = {"summary": "summary", "method": "method", "coverage": "limitations"}
"""The kinds of chapters that have a section of the narrative, with its name; a dimension's is
named by its id.
"""


def chapters(answers: Answers, narrative: Mapping[str, Section]) -> list[Chapter]:
    """The chapters of a report, without their numbers, in the order in which the study lists its
    sections.

    A chapter that the study lists no section for keeps its usual place. The section of a group
    below a dimension stands in the chapter of that. A section that belongs to no chapter becomes
    one of its own, after the chapter of the section that is listed before it.
    """
    scorecard, rubric = answers.scorecard, answers.scorecard.study.rubric
    texts = {name: section.text for name, section in narrative.items()}
    usual = [
        summary_chapter(scorecard, texts.get("summary")),
        method_chapter(rubric, texts.get("method")),
        *(dimension_chapter(scorecard, one, narrative) for one in rubric.dimensions),
        grid_chapter(scorecard),
        perspectives_chapter(scorecard, answers.perspectives),
        indicators_chapter(scorecard),
        coverage_chapter(scorecard, texts.get("limitations")),
        standards_chapter(rubric),
        computation_chapter(scorecard),
        robustness_chapter(answers),
        comparison_chapter(scorecard, answers.comparison),
        sources_chapter(scorecard),
    ]
    within = {group.id: groups_above(rubric, group.id)[-1] for group in rubric.groups}
    return _in_order([one for one in usual if one is not None], narrative, within)


def _in_order(
    usual: Sequence[Chapter], narrative: Mapping[str, Section], within: Mapping[str, str]
) -> list[Chapter]:
    """The chapters in the order of the narrative.

    Args:
        usual: the chapters in their usual order.
        narrative: the sections in the order of the study.
        within: the sections that stand in the chapter of a dimension, each with the dimension.
    """
    by_section = {_section_of(one): one for one in usual}
    listed = iter([name for name in narrative if name in by_section])
    ordered = [next(listed) if _section_of(one) in narrative else _section_of(one) for one in usual]
    place = 0
    for name in narrative:
        if name not in by_section and name not in within:
            ordered.insert(place, name)
        place = ordered.index(within.get(name, name)) + 1
    return [
        _titled(by_section.get(name) or _of_narrative(name), name, narrative.get(name))
        for name in ordered
    ]


def _section_of(usual: Chapter) -> str:
    """The name of the section of the narrative that belongs to a chapter; no section has the name
    of another kind.
    """
    kind = str(usual["kind"])
    return (
        str(usual["node"]["id"]) if kind == "dimension" else SECTIONS.get(kind, f"chapter {kind}")
    )


def _of_narrative(name: str) -> Chapter:
    words = name.replace("-", " ").replace("_", " ")
    return chapter("narrative", f"section-{name}", words[:1].upper() + words[1:])


def _titled(one: Chapter, name: str, section: Section | None) -> Chapter:
    """A chapter with its section's own title and text, where there is one; a dimension keeps its
    id.
    """
    if section is None:
        return one
    title = section.title or one["title"]
    if one["kind"] == "dimension":
        title = with_id(name, title)
    return one | {"title": title, "text": section.text}
