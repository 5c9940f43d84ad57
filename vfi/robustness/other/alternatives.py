"""Each rating under other rules: what it owes to the rule that the rubric chose."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.scoring.scorecard import rate_together
from vfi.synthesis.outcome import Input
from vfi.synthesis.plain import PlainRule, plain_rules
from vfi.synthesis.rule import NumberRule, Rule
from vfi.synthesis.step import synthesise
from vfi.synthesis.tree import resting_on

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.models import Node, Scorecard
    from vfi.study.models import Study

OF = ("ratings", "scores")
POOLED = "pooled judgements"


def _averages(rule: PlainRule) -> bool:
    return issubclass(rule.rule, NumberRule) and rule.rule.adds_values


RULES = tuple(rule for rule in plain_rules(OF) if rule.of == "ratings" or _averages(rule))


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
    node_ids = scorecard.study.rubric.node_ids if nodes is None else nodes
    plain = tuple(_alternative(scorecard, rule, node_ids) for rule in RULES)
    pooled = [rule for rule in RULES if rule.of == "ratings" and _averages(rule)]
    return plain + tuple(_pooled(scorecard, rule, node_ids) for rule in pooled)


def is_own_throughout(alternative: Alternative, rubric: Rubric) -> bool:
    """Whether a rule is the rubric's own at every step, so that nothing is another throughout."""
    return alternative.own.issuperset(rubric.node_ids)


def agreement(scorecard: Scorecard, alternatives: tuple[Alternative, ...], node: str) -> Agreement:
    """How many of the rules, other than its own and for this node alone, agree with its rating."""
    results = [
        alternative.alone[node]
        for alternative in alternatives
        if node in alternative.alone and node not in alternative.own
    ]
    return Agreement(results.count(scorecard.nodes[node].result), len(results))


def _alternative(scorecard: Scorecard, rule: PlainRule, nodes: Collection[str]) -> Alternative:
    study, rubric = scorecard.study, scorecard.study.rubric
    steps = dict(_steps(scorecard, rule))
    alone = {
        node: _rated(study, {node: step})[node] for node, step in steps.items() if node in nodes
    }
    unchanged = frozenset(
        node for node in steps if _is_same(rubric.step_of(node), steps[node], node in rubric.judged)
    )
    if rule.of == "scores":
        of_judgements = replace(rule, of="ratings")
        steps |= {node: of_judgements.in_place_of(rubric.step_of(node)) for node in rubric.judged}
    suits_all = len(steps) == len(rubric.node_ids)
    return Alternative(str(rule), alone, _rated(study, steps) if suits_all else {}, unchanged)


def _steps(scorecard: Scorecard, rule: PlainRule) -> Iterator[tuple[str, Rule]]:
    for node in scorecard.nodes.values():
        if _suits(rule, node, scorecard):
            yield node.id, rule.in_place_of(node.step)


def _is_same(step: Rule, alternative: Rule, takes_judgements: bool) -> bool:
    """Whether two steps are the same rule; judgements have no other scores."""
    return _plain(step, takes_judgements) == _plain(alternative, takes_judgements)


def _plain(step: Rule, takes_judgements: bool) -> Rule:
    plain = step.without_idle_weights()
    return plain.model_copy(update={"of": "ratings"}) if takes_judgements else plain


def _suits(rule: PlainRule, node: Node, scorecard: Scorecard) -> bool:
    """Whether a rule can be asked of a node: scores lie on its scale, and levels can be
    compared.
    """
    rubric = scorecard.study.rubric
    if rule.of == "scores":
        steps = [rubric.step_of(child) for child in rubric.children[node.id]]
        return bool(steps) and all(step.is_on_the_scale for step in steps)
    if not rule.rule.needs_one_scale:
        return True
    return all(entry.scale is None or entry.scale == node.scale for entry in node.inputs)


def _rated(study: Study, steps: Mapping[str, Rule]) -> dict[str, str]:
    changed_study = replace(study, rubric=study.rubric.with_steps(steps))
    return {name: node.result for name, node in rate_together(changed_study).items()}


def _pooled(scorecard: Scorecard, rule: PlainRule, nodes: Collection[str]) -> Alternative:
    results = ((node, _of_all_judgements(scorecard.nodes[node], scorecard, rule)) for node in nodes)
    ties = str(rule).removeprefix(rule.name)
    alone = {node: result for node, result in results if result}
    return Alternative(f"{POOLED}{ties}", alone, {})


def _of_all_judgements(node: Node, scorecard: Scorecard, rule: PlainRule) -> str | None:
    rubric = scorecard.study.rubric
    judged_nodes = [name for name in resting_on(rubric, node.id) if name in rubric.judged]
    if any(rubric.judgement_scale(name) != node.scale for name in judged_nodes):
        return None
    levels = [
        judgement.level
        for judgement in scorecard.study.judgements
        if judgement.criterion in judged_nodes
    ]
    inputs = [Input(str(number), level, _value(node, level)) for number, level in enumerate(levels)]
    rating = synthesise(rule.in_place_of(node.step), inputs, node.scale).rating
    for outcome in node.hurdles:
        if outcome.triggered:
            rating = outcome.hurdle.lowers(rating, node.scale)
    return rating


def _value(node: Node, level: str | None) -> Fraction | None:
    return None if level is None else node.scale.by_name[level].value
