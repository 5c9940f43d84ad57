"""Where a published rating is not the computed one: what would have to be true for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.scoring.comparison import compare
from vfi.synthesis.outcome import STATE_NAMES, Margin
from vfi.synthesis.plain import has_even_levels, plain_rules
from vfi.synthesis.rule import NearestRule, Rule
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard


@dataclass(frozen=True, slots=True)
class SumChange:
    """How much the sum of the values below a node would have to change for its mean to reach a
    level.

    Attributes:
        change: the smallest change, with its sign; the limit itself where `beyond`.
        beyond: whether the change has to go past the limit because a mean exactly there is not yet
            the level.
        total: the sum as it is.
        entries: how many values it adds up.
    """

    change: Fraction
    beyond: bool
    total: Fraction
    entries: int


@dataclass(frozen=True, slots=True)
class PublishedDifference:
    """A published rating that is not the computed one.

    Attributes:
        node: the node.
        published: the published rating.
        computed: the computed one.
        source: where it was published.
        rules: the other simple rules that give the published rating on the same inputs, in words.
        change: for a mean, the smallest change of the sum that gives it; None for other rules or
            other levels.
    """

    node: str
    published: str
    computed: str
    source: str
    rules: tuple[str, ...]
    change: SumChange | None


def published_differences(scorecard: Scorecard) -> tuple[PublishedDifference, ...]:
    """Every published rating that is not the computed one; none where the study has no published
    ratings.
    """
    comparison = compare(scorecard)
    differences = []
    for row in comparison.differences if comparison else ():
        node = scorecard.node(row.node)
        rules = tuple(_rules_that_give(row.published, node))
        change = sum_change(node, row.published)
        differences.append(
            PublishedDifference(row.node, row.published, row.computed, row.source, rules, change)
        )
    return tuple(differences)


def sum_change(node: Node, level: str) -> SumChange | None:
    """The smallest change of the sum of a mean that takes it to a level; None where it is there, or
    is no mean.
    """
    is_mean = node.step.is_weighted_average and node.step.weights_given is None
    if not is_mean or node.value is None or level not in node.scale.by_name:
        return None
    entries = len(node.counted)
    if len(node.inputs) != entries and node.step.missing != "exclude":
        entries = len(node.inputs)
    total = node.value * entries
    margin = node.step.margin(node.scale.positions[level], None, node.scale) or Margin(None, None)
    for edge, is_short in ((margin.lower, _is_below), (margin.upper, _is_above)):
        if edge is not None and is_short(node.value, edge):
            return SumChange(edge[0] * entries - total, not edge[1], total, entries)
    return None


def _is_below(value: Fraction, edge: tuple[Fraction, bool]) -> bool:
    return value < edge[0] or (value == edge[0] and not edge[1])


def _is_above(value: Fraction, edge: tuple[Fraction, bool]) -> bool:
    return value > edge[0] or (value == edge[0] and not edge[1])


def _rules_that_give(level: str, node: Node) -> Iterator[str]:
    if any((entry.scale or node.scale) != node.scale for entry in node.inputs):
        return
    for words, step in _simple_steps(node):
        outcome = synthesise(step, node.inputs, node.scale)
        if (outcome.rating or STATE_NAMES[outcome.state]) == level:
            yield words


def _simple_steps(node: Node) -> Iterator[tuple[str, Rule]]:
    """The rules that need nothing but the inputs, with the node's own way with missing evidence."""
    rules = list(plain_rules(with_even=has_even_levels(node.scale)))
    order = {ties: position for position, ties in enumerate(NearestRule.conventions)}
    of_values = sorted(
        (rule for rule in rules if rule.takes_values), key=lambda rule: order[rule.ties]
    )
    for rule in (*of_values, *(rule for rule in rules if not rule.takes_values)):
        of = node.step.of if rule.takes_values else "ratings"
        yield str(rule), replace(rule, of=of).step(node.step.missing)
