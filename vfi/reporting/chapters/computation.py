"""How each rating follows: the rules in words, the hurdles, and the numbers of every node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.views import View, hurdle_view, node_view
from vfi.scoring.words import rule_in_words

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Scorecard


def computation_chapter(scorecard: Scorecard) -> Chapter:
    """The synthesis rules, what every hurdle did, the failures recorded, and the way from sum to
    rating.
    """
    rubric = scorecard.study.rubric
    hurdles = [hurdle_view(one, node) for node in scorecard.nodes.values() for one in node.hurdles]
    return chapter(
        "computation",
        "computation",
        "How each rating follows",
        appendix=True,
        rules=[*_shared_rules(rubric), *_own_rules(rubric)],
        hurdles=hurdles,
        failures=_failures(scorecard),
        rows=[node_view(node, scorecard) for node in scorecard.nodes.values()],
    )


def _failures(scorecard: Scorecard) -> list[View]:
    """Each failure indicator of the rubric with the cases that it is recorded for."""
    recorded = scorecard.study.failures
    return [
        {
            "title": indicator.title,
            "meaning": indicator.meaning,
            "cases": [
                {"id": one.case, "reason": one.reason, "evidence": list(one.evidence)}
                for one in recorded
                if one.failure == indicator.id
            ],
        }
        for indicator in scorecard.study.rubric.failure_indicators
    ]


def _shared_rules(rubric: Rubric) -> list[View]:
    steps = rubric.synthesis
    return [
        {
            "title": "From judgements to a criterion",
            "words": rule_in_words(steps.criterion, "criterion"),
        },
        {
            "title": "From criteria to a dimension",
            "words": rule_in_words(steps.dimension, "dimension"),
        },
        {"title": "From dimensions to the whole", "words": rule_in_words(steps.overall, "overall")},
    ]


def _own_rules(rubric: Rubric) -> list[View]:
    rules = []
    for name, part in rubric.parts.items():
        if part.synthesis is not None:
            is_judged = name in rubric.judged
            words = rule_in_words(
                part.synthesis, "criterion" if is_judged else "dimension", is_judged=is_judged
            )
            rules.append({"title": f"{name} {part.label} has a rule of its own", "words": words})
    return rules
