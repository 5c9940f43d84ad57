"""How a rubric combines levels, for reading on a terminal: steps, hurdles and perspectives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from vfi.cli.rubric.show import beside
from vfi.cli.terminal.blocks import Block, Heading
from vfi.problems import sentence
from vfi.rubric.models.perspectives import OtherSynthesis
from vfi.rubric.models.rubric import Rubric, Synthesis
from vfi.scoring.words import rule_in_words
from vfi.synthesis.hurdles import Hurdle
from vfi.synthesis.rule import Rule

KINDS: tuple[Literal["criterion", "dimension", "overall"], ...] = (
    "criterion",
    "dimension",
    "overall",
)


def synthesis_lines(rubric: Rubric) -> Iterator[Block]:
    """The three steps in words."""
    yield Heading("Synthesis")
    yield from _steps(rubric.synthesis)


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
            yield from _steps(perspective.synthesis)
        for node, step in (perspective.nodes or {}).items():
            kind: Literal["criterion", "dimension"] = (
                "criterion" if node in rubric.judged else "dimension"
            )
            yield beside(node, rule_in_words(step, kind))
        for hurdle in perspective.hurdles or ():
            yield beside(hurdle.id, _hurdle(hurdle))
        if perspective.hurdles == ():
            yield beside("Hurdles", "none")


def _steps(synthesis: Synthesis | OtherSynthesis) -> Iterator[Block]:
    for kind in KINDS:
        step: Rule | None = getattr(synthesis, kind)
        if step is not None:
            yield beside(kind.capitalize(), rule_in_words(step, kind))


def _hurdle(hurdle: Hurdle) -> str:
    limit = "falls to the lowest level" if hurdle.cap is None else f"is {hurdle.cap} at most"
    conditions = hurdle.conditions_in_words
    return f"{hurdle.title} ({hurdle.kind}): {hurdle.node} {limit} if {conditions}. {hurdle.reason}"
