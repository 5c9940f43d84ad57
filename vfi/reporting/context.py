"""What the templates are given: plain words, numbers and class names, every rating already made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from vfi.reporting import charts
from vfi.reporting.chapters.chapter import numbered
from vfi.reporting.chapters.order import chapters
from vfi.reporting.lettering import width_in_millimetres
from vfi.reporting.narrative import narrative_html
from vfi.reporting.tiers import indent, nouns
from vfi.reporting.views import View, node_view, scale_view
from vfi.synthesis.scale import INSUFFICIENT

if TYPE_CHECKING:
    from vfi.reporting.answers import Answers
    from vfi.rubric.models.rubric import Rubric

LEVEL_TYPE_SIZE, LEVEL_PADDING = 9.0, 1.0
NARROWEST_LEVEL, WIDEST_LEVEL = 16, 25
CELL_PADDING, INDENT, WIDEST_INDENT = 2, 3, 16  # millimetres
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def report_context(answers: Answers) -> dict[str, Any]:
    """Everything that the report's templates may use; see `templates/README.md` for what each name
    holds.
    """
    scorecard = answers.scorecard
    study, rubric = scorecard.study, scorecard.study.rubric
    noun = study.about.case_noun
    return {
        "language": study.about.language,
        "title": study.about.title,
        "subtitle": study.about.subtitle,
        "authors": list(study.about.authors),
        "date": month_and_year(study.about.date),
        "created": study.about.date,
        "acknowledgement": study.about.acknowledgement,
        "case_noun": {"singular": noun.singular, "plural": noun.plural},
        "case_count": len(study.cases),
        "nouns": nouns(rubric),
        "indents": _indents(rubric),
        "criterion_count": len(rubric.judged),
        "judgement_count": len(study.judgements),
        "rubric": {
            "id": rubric.id,
            "version": rubric.version,
            "title": rubric.title,
            "summary": rubric.summary,
        },
        "levels": scale_view(rubric.scale)["levels"],
        "swatches": _swatches(rubric),
        "level_width": _level_width(rubric),
        "insufficient": INSUFFICIENT,
        "overall": node_view(scorecard.overall, scorecard),
        "dimensions": [node_view(node, scorecard) for node in scorecard.dimensions],
        "cover_art": Markup(charts.cover_art(scorecard)),  # noqa: S704 - a data URL made here
        "chapters": numbered(chapters(answers, narrative_html(answers.citable))),
    }


def month_and_year(date: str) -> str:
    """A date of the form 2025, 2025-07 or 2025-07-31 as a person writes it."""
    parts = date.split("-")
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*day, *month, parts[0]])


def _swatches(rubric: Rubric) -> list[View]:
    """The colours of every class that a level of one of the scales has, each once."""
    scales = [rubric.scale, *rubric.scales.values()]
    by_class = {level["class"]: level for scale in scales for level in scale_view(scale)["levels"]}
    return [by_class[name] for name in sorted(by_class)]


def _indents(rubric: Rubric) -> list[View]:
    """How far the rows of each depth of the tree are set in, in millimetres; none where none is."""
    deepest = max(indent(rubric, node) for node in rubric.judged)
    step = max(min(INDENT, WIDEST_INDENT // max(deepest, 1)), 1)
    return [
        {"depth": depth, "width": CELL_PADDING + step * depth} for depth in range(1, deepest + 1)
    ]


def _level_width(rubric: Rubric) -> int:
    """The millimetres that a column of levels needs, so that their names are set in one line if
    they are short.
    """
    names = [name for scale in (rubric.scale, *rubric.scales.values()) for name in scale.names]
    widest = max(width_in_millimetres(name, LEVEL_TYPE_SIZE) for name in names) + LEVEL_PADDING
    return min(max(round(widest), NARROWEST_LEVEL), WIDEST_LEVEL)
