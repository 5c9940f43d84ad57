"""How each rating follows: the rules in words, the hurdles, and the numbers of every node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vfi.reporting.chapters.chapter import Chapter, chapter
from vfi.reporting.tiers import in_order
from vfi.reporting.views import View, hurdle_view, node_view
from vfi.scoring.words import rule_of_node, rule_of_tier
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Scorecard
    from vfi.synthesis.rule import Rule


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
        rules=[*steps_in_words(rubric, rubric.synthesis), *_own_rules(rubric)],
        hurdles=hurdles,
        failures=_failures(scorecard),
        rows=[node_view(scorecard.node(name), scorecard) for name in in_order(rubric)],
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


def steps_in_words(rubric: Rubric, steps: Mapping[str, Rule]) -> list[View]:
    """The steps of tiers in words, that of the lowest tier first."""
    titles = {
        tier.id: f"From {_below(rubric, tier.id)} to {tier.with_article}" for tier in rubric.tiers
    }
    titles[OVERALL] = f"From {_below(rubric, OVERALL)} to the whole"
    return [
        {"title": title, "words": rule_of_tier(rubric, key, steps[key])}
        for key, title in titles.items()
        if key in steps
    ]


def _below(rubric: Rubric, key: str) -> str:
    tier = rubric.tier_below(key)
    return "judgements" if tier is None else tier.plural


def _own_rules(rubric: Rubric) -> list[View]:
    return [
        {
            "title": f"{name} {part.label} has a rule of its own",
            "words": rule_of_node(rubric, name),
        }
        for name, part in rubric.parts.items()
        if part.synthesis is not None
    ]
