"""How a rubric combines levels, for reading on a terminal: steps, hurdles and perspectives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vfi.cli.rubric.show import beside
from vfi.cli.terminal.blocks import Block, Heading
from vfi.problems import capitalised, sentence
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.words import rule_of_node, rule_of_tier
from vfi.synthesis.hurdles import Hurdle
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.rule import Rule


def synthesis_lines(rubric: Rubric) -> Iterator[Block]:
    """The step of each tier in words."""
    yield Heading("Synthesis")
    yield from _steps(rubric, rubric.synthesis)


def hurdle_lines(rubric: Rubric) -> Iterator[Block]:
    """The hurdles with their conditions and reasons, and the failure indicators; nothing where
    there are none.
    """
    if rubric.hurdles:
        yield ""
        yield Heading("Hurdles")
    for hurdle in rubric.hurdles:
        yield beside(hurdle.id, _hurdle(hurdle))
    if rubric.failure_indicators:
        yield ""
        yield Heading("Failure indicators")
    for failure in rubric.failure_indicators:
        yield beside(failure.id, f"{sentence(failure.title)} {failure.meaning}")


def perspective_lines(rubric: Rubric) -> Iterator[Block]:
    """What each perspective changes and why; nothing where there is none."""
    for perspective in rubric.perspectives:
        yield ""
        yield Heading(f"Perspective {perspective.id}: {perspective.title}")
        yield beside("Reason", perspective.reason)
        if perspective.synthesis is not None:
            yield from _steps(rubric, perspective.synthesis)
        changed = rubric.under(perspective.id)
        for node in perspective.nodes or ():
            yield beside(node, rule_of_node(changed, node))
        for hurdle in perspective.hurdles or ():
            yield beside(hurdle.id, _hurdle(hurdle))
        if perspective.hurdles == ():
            yield beside("Hurdles", "none")


def _steps(rubric: Rubric, steps: Mapping[str, Rule]) -> Iterator[Block]:
    """The steps, that of the lowest tier first."""
    for tier in rubric.tiers:
        if tier.id in steps:
            yield beside(capitalised(tier.title), rule_of_tier(rubric, tier.id, steps[tier.id]))
    if OVERALL in steps:
        yield beside("Overall", rule_of_tier(rubric, OVERALL, steps[OVERALL]))


def _hurdle(hurdle: Hurdle) -> str:
    limit = "falls to the lowest level" if hurdle.cap is None else f"is {hurdle.cap} at most"
    conditions = hurdle.conditions_in_words
    return f"{hurdle.title} ({hurdle.kind}): {hurdle.node} {limit} if {conditions}. {hurdle.reason}"
