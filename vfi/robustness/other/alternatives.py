"""Each rating under other rules: what it owes to the rule that the rubric chose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from vfi.robustness.search.watching import below
from vfi.rubric import AnyStep, Perspective, Rubric
from vfi.rubric.models import (
    OVERALL,
    Bands,
    Best,
    Mean,
    Median,
    Mode,
    OtherSynthesis,
    WeightedMean,
    Worst,
)
from vfi.scoring import Node, Scorecard, rate_together
from vfi.study import Study
from vfi.synthesis import Input, ceiling, synthesise

RULES: dict[str, tuple[type[Any], dict[str, str]]] = {
    "mean, ties up": (Mean, {"rule": "mean", "ties": "up"}),
    "mean, ties down": (Mean, {"rule": "mean", "ties": "down"}),
    "mean of scores, ties up": (Mean, {"rule": "mean", "ties": "up", "of": "scores"}),
    "mean of scores, ties down": (Mean, {"rule": "mean", "ties": "down", "of": "scores"}),
    "median, ties up": (Median, {"rule": "median", "ties": "up"}),
    "median, ties down": (Median, {"rule": "median", "ties": "down"}),
    "mode, ties up": (Mode, {"rule": "mode", "ties": "up"}),
    "mode, ties down": (Mode, {"rule": "mode", "ties": "down"}),
    "worst": (Worst, {"rule": "worst"}),
    "best": (Best, {"rule": "best"}),
}
POOLED = {
    "pooled judgements, ties up": "mean, ties up",
    "pooled judgements, ties down": "mean, ties down",
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """The ratings under one other rule.

    Attributes:
        rule: the rule.
        alone: the rating of each node if only its own rule were this one; nodes that it does not
            suit are absent.
        throughout: the ratings if it were the rule of every step; none where it does not suit every
            node.
        own: the nodes whose rule it is in the rubric, so that it is no other rule for them.
    """

    rule: str
    alone: Mapping[str, str]
    throughout: Mapping[str, str]
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of the other rules that suit a node give it the rating that it has; its own rule is
    not counted.
    """

    agree: int
    rules: int


def find_alternatives(
    scorecard: Scorecard, nodes: Collection[str] | None = None
) -> tuple[Alternative, ...]:
    """Every node under each alternative rule, for that node alone and throughout.

    Missing evidence is treated, and minimum coverage asked for, as the rubric says. Pooled means
    that all judgements below a node are averaged at once.

    Args:
        scorecard: the ratings as they are.
        nodes: the nodes that are asked about alone; all of them where None.
    """
    wanted = scorecard.study.rubric.node_ids if nodes is None else nodes
    plain = tuple(_alternative(scorecard, rule, wanted) for rule in RULES)
    return plain + tuple(_pooled(scorecard, name, rule, wanted) for name, rule in POOLED.items())


def is_own_throughout(alternative: Alternative, rubric: Rubric) -> bool:
    """Whether a rule is the rubric's own at every step, so that nothing is another throughout."""
    return alternative.own.issuperset(rubric.node_ids)


def agreement(scorecard: Scorecard, alternatives: tuple[Alternative, ...], node: str) -> Agreement:
    """How many of the rules, other than its own and for this node alone, agree with its rating."""
    results = [one.alone[node] for one in alternatives if node in one.alone and node not in one.own]
    return Agreement(results.count(scorecard.nodes[node].result), len(results))


def _alternative(scorecard: Scorecard, rule: str, nodes: Collection[str]) -> Alternative:
    study, rubric = scorecard.study, scorecard.study.rubric
    steps = dict(_steps(scorecard, rule))
    alone = {
        node: _rated(study, {node: step})[node] for node, step in steps.items() if node in nodes
    }
    own = frozenset(
        node for node in steps if _is_same(rubric.step_of(node), steps[node], node in rubric.judged)
    )
    if "scores" in rule:
        steps |= {
            node: _as(rubric.step_of(node), rule.replace(" of scores", ""))
            for node in rubric.judged
        }
    suits_all = len(steps) == len(rubric.node_ids)
    return Alternative(rule, alone, _rated(study, steps) if suits_all else {}, own)


def _steps(scorecard: Scorecard, rule: str) -> Iterator[tuple[str, AnyStep]]:
    for node in scorecard.nodes.values():
        if _suits(rule, node, scorecard):
            yield node.id, _as(node.step, rule)


def _is_same(step: AnyStep, other: AnyStep, takes_judgements: bool) -> bool:
    """Whether two steps are the same rule: a mean with equal weights is a mean, and judgements have
    no other scores.
    """
    return _plain(step, takes_judgements) == _plain(other, takes_judgements)


def _plain(step: AnyStep, takes_judgements: bool) -> AnyStep:
    if isinstance(step, WeightedMean) and len(set(step.weights.values())) == 1:
        parts = step.model_dump(by_alias=True, exclude={"rule", "weights"})
        step = Mean.model_validate({"rule": "mean", **parts})
    return step.model_copy(update={"of": "ratings"}) if takes_judgements else step


def _as(step: AnyStep, rule: str) -> AnyStep:
    """The step with another rule, and what it says of missing evidence as before."""
    model, parts = RULES[rule]
    kept = {"missing": step.missing, "minimum_coverage": step.minimum_coverage, "scale": step.scale}
    found: AnyStep = model.model_validate({**parts, **kept})
    return found


def _suits(rule: str, node: Node, scorecard: Scorecard) -> bool:
    """Whether a rule can be asked of a node: scores lie on its scale, and levels can be
    compared.
    """
    rubric = scorecard.study.rubric
    if "scores" in rule:
        steps = [rubric.step_of(child) for child in rubric.children[node.id]]
        return bool(steps) and not any(
            isinstance(step, Bands) and step.on != "mean" for step in steps
        )
    if rule.startswith("mean"):
        return True
    return all(entry.scale is None or entry.scale == node.scale for entry in node.inputs)


def _rated(study: Study, steps: Mapping[str, AnyStep]) -> dict[str, str]:
    other = replace(study, rubric=_with_steps(study.rubric, steps))
    return {name: node.result for name, node in rate_together(other).items()}


def _with_steps(rubric: Rubric, steps: Mapping[str, AnyStep]) -> Rubric:
    nodes = {node: step for node, step in steps.items() if node != OVERALL}
    overall = OtherSynthesis(overall=steps[OVERALL]) if OVERALL in steps else None
    perspective = Perspective(
        id="alternative", title="?", reason="?", synthesis=overall, nodes=nodes or None
    )
    return rubric.model_copy(update={"perspectives": (perspective,)}).under("alternative")


def _pooled(scorecard: Scorecard, name: str, rule: str, nodes: Collection[str]) -> Alternative:
    above = [scorecard.nodes[node] for node in nodes if node not in scorecard.study.rubric.judged]
    found = {
        node.id: result for node in above if (result := _of_all_judgements(node, scorecard, rule))
    }
    return Alternative(name, found, {})


def _of_all_judgements(node: Node, scorecard: Scorecard, rule: str) -> str | None:
    rubric = scorecard.study.rubric
    meant = [name for name in below(node.id, rubric) if name in rubric.judged]
    if any(rubric.judgement_scale(name) != node.scale for name in meant):
        return None
    judgements = [one for one in scorecard.study.judgements if one.criterion in meant]
    levels = [(one.level, _value(node, one.level)) for one in judgements]
    inputs = [Input(str(place), level, value) for place, (level, value) in enumerate(levels)]
    rating = synthesise(_as(node.step, rule), inputs, node.scale).rating
    for outcome in node.hurdles:
        if outcome.triggered and rating is not None:
            rating = min(
                rating, ceiling(outcome.hurdle, node.scale), key=node.scale.positions.__getitem__
            )
    return rating


def _value(node: Node, level: str | None) -> Fraction | None:
    return None if level is None else node.scale.by_name[level].value
