"""A rubric as statements about its parts, each in words, so that two rubrics can be held beside
each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vfi.inspection.checks.standards import own_standards
from vfi.rubric.models.parts import Criterion
from vfi.rubric.models.tiers import DEFAULT_TIERS
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.step import step_in_words
from vfi.synthesis.words import weights_in_words

if TYPE_CHECKING:
    from vfi.rubric.models.indicators import Indicator
    from vfi.rubric.models.parts import Criterion, Judged
    from vfi.rubric.models.perspectives import Perspective
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.standards import Standard
    from vfi.synthesis.hurdles import Hurdle
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

Facts = dict[str, dict[str, str]]  # for each part of a rubric what is said of it
BELOW = "what is below it"


def facts(rubric: Rubric) -> Facts:
    """Everything that a rubric says, by part (`criterion E1.1`) and aspect (`standard for
    Good`).
    """
    by_part = {
        "rubric": _said(
            rubric.model_dump(include={"version", "title", "summary", "status", "locked"})
        )
    }
    for source in rubric.sources:
        by_part[f"source {source.id}"] = _said(source.model_dump(exclude={"id"}))
    by_part["scale"] = _scale(rubric.scale)
    by_part |= {f"scale {name}": _scale(scale) for name, scale in rubric.scales.items()}
    if rubric.standards:
        by_part["standards for all"] = dict(_standards(rubric.standards))
    if rubric.tiers != DEFAULT_TIERS:
        by_part["tiers"] = {tier.id: f"{tier.title}, {tier.plural}" for tier in rubric.tiers}
    for dimension in rubric.dimensions:
        for part in dimension.walk():
            by_part[f"{rubric.kinds[part.id]} {part.id}"] = _part(part, rubric)
    for key in (*rubric.tier_named, OVERALL):
        if key in rubric.synthesis:
            by_part[f"{key} step"] = dict(_step(rubric.synthesis[key]))
    for failure in rubric.failure_indicators:
        by_part[f"failure indicator {failure.id}"] = _said(failure.model_dump(exclude={"id"}))
    by_part |= {f"hurdle {hurdle.id}": _hurdle(hurdle) for hurdle in rubric.hurdles}
    return by_part | {
        f"perspective {entry.id}": _perspective(entry) for entry in rubric.perspectives
    }


def _said(data: Mapping[str, object]) -> dict[str, str]:
    return {aspect: str(value) for aspect, value in data.items() if value is not None}


def _scale(scale: Scale) -> dict[str, str]:
    aspects = {"order": ", ".join(scale.names)}
    for level in scale.levels:
        aspects[f"value of {level.name}"] = str(level.value)
        aspects[f"meaning of {level.name}"] = level.meaning
    return aspects


def _part(part: Judged, rubric: Rubric) -> dict[str, str]:
    if isinstance(part, Criterion):
        aspects = _said(part.model_dump(include={"title", "short", "meaning", "scale"}))
    else:
        aspects = _said(part.model_dump(include={"title", "question", "scale"}))
        below = rubric.tier_below(rubric.kinds[part.id])
        plural = rubric.plural_below(part.id) or (below and below.plural) or "below it"
        ids = ", ".join(child.id for child in part.below)
        aspects[plural] = ids or "none, it is judged itself"
    above = rubric.parents.get(part.id, OVERALL)
    if above != OVERALL:
        aspects[rubric.kinds[above]] = above
    return aspects | dict(_judged(part, rubric))


def _judged(part: Judged, rubric: Rubric) -> Iterator[tuple[str, str]]:
    yield from _standards(dict(own_standards(part.standards, rubric)))
    if part.indicator is not None:
        yield "indicator", _indicator(part.indicator)
    if part.synthesis is not None:
        yield from _step(part.synthesis)


def _standards(standards: Mapping[str, Standard]) -> Iterator[tuple[str, str]]:
    for level, standard in standards.items():
        yield f"standard for {level}", standard.text
        yield f"provenance for {level}", ", ".join(_said(standard.provenance.model_dump()).values())


def _indicator(indicator: Indicator) -> str:
    levels = "; ".join(f"{band.rating} {band.in_words}" for band in indicator.levels)
    better = f"the {indicator.better} the better"
    return f"{indicator.title} ({indicator.measure}, {indicator.unit}, {better}): {levels}"


def _step(step: Rule, prefix: str = "") -> Iterator[tuple[str, str]]:
    words = step_in_words(step, f"the {step.of} of {BELOW}")
    weights = step.weights_given or {}
    yield (
        f"{prefix}rule",
        words.replace(f" with the weights {weights_in_words(weights)}", ", weighted"),
    )
    if step.scale is not None:
        yield f"{prefix}scale", step.scale
    for child, weight in weights.items():
        yield f"{prefix}weight of {child}", str(weight)


def _hurdle(hurdle: Hurdle) -> dict[str, str]:
    aspects = _said(hurdle.model_dump(include={"title", "reason", "kind", "node", "cap"}))
    return {**aspects, "when": hurdle.conditions_in_words}


def _perspective(perspective: Perspective) -> dict[str, str]:
    aspects = _said(perspective.model_dump(include={"title", "reason"}))
    for key, step in (perspective.synthesis or {}).items():
        aspects |= dict(_step(step, f"{key} "))
    for node, step in (perspective.nodes or {}).items():
        aspects |= dict(_step(step, f"{node} "))
    for hurdle in perspective.hurdles or ():
        aspects[f"hurdle {hurdle.id}"] = "; ".join(_hurdle(hurdle).values())
    if perspective.hurdles == ():
        aspects["hurdles"] = "none"
    return aspects
