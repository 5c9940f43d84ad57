"""Which hurdles limit a rating, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from vfi.synthesis.counting import tally
from vfi.synthesis.hurdles import Condition, CountCondition, FailureCondition, Hurdle, NodeCondition
from vfi.synthesis.outcome import Entry
from vfi.synthesis.scale import Scale
from vfi.synthesis.tree import OVERALL, Tree
from vfi.synthesis.wording import count_in_words


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What hurdles look at.

    Attributes:
        levels: the level of each criterion and dimension after hurdles, by id; None where it has
            none.
        scales: the scale of each of those levels.
        failures: for each failure indicator, the cases meant that it is recorded for.
        of_case: whether they are about one case, for which one record is enough however many cases
            are asked for.
    """

    levels: Mapping[str, str | None]
    scales: Mapping[str, Scale]
    failures: Mapping[str, Sequence[str]] = field(default_factory=dict)
    of_case: bool = False


@dataclass(frozen=True, slots=True)
class HurdleOutcome:
    """What one hurdle did to a node.

    Attributes:
        hurdle: the hurdle.
        triggered: whether its conditions all hold.
        findings: what was found for each condition, in words.
        before: the level that the hurdle found; None for a node that has none.
        after: the level that it left.
    """

    hurdle: Hurdle
    triggered: bool
    findings: str
    before: str | None
    after: str | None

    @property
    def lowered(self) -> bool:
        """Whether the hurdle lowered the rating."""
        return self.before != self.after


def limit(
    rating: str | None,
    scale: Scale,
    hurdles: Sequence[Hurdle],
    circumstances: Circumstances,
    tree: Tree,
) -> tuple[HurdleOutcome, ...]:
    """What each hurdle of a node does to its rating, in the order declared; none ever raises it.

    Args:
        rating: the rating before hurdles; None where there is none.
        scale: the scale of the rating.
        hurdles: the hurdles of the node.
        circumstances: what the hurdles look at.
        tree: the rubric, for which nodes `criteria` and `dimensions` stand for.
    """
    outcomes = []
    for hurdle in hurdles:
        found = [_examine(condition, hurdle, circumstances, tree) for condition in hurdle.when]
        triggered = all(holds for holds, _ in found)
        after = _lowered(rating, hurdle, scale) if triggered else rating
        outcomes.append(
            HurdleOutcome(hurdle, triggered, "; ".join(words for _, words in found), rating, after)
        )
        rating = after
    return tuple(outcomes)


def nodes_meant(condition: CountCondition, node: str, tree: Tree) -> tuple[str, ...]:
    """The nodes that a count speaks of: the ids it names, or all criteria or dimensions below the
    node.
    """
    if not isinstance(condition.among, str):
        return condition.among
    if condition.among == "dimensions":
        return tree.children[OVERALL] if node == OVERALL else ()
    if node == OVERALL:
        return tuple(criterion.id for criterion in tree.criteria)
    return tree.children[node]


def ceiling(hurdle: Hurdle, scale: Scale) -> str:
    """The highest level that a hurdle leaves possible."""
    return scale.bottom.name if hurdle.cap is None else hurdle.cap


def _lowered(rating: str | None, hurdle: Hurdle, scale: Scale) -> str | None:
    if rating is None:
        return None
    return min(rating, ceiling(hurdle, scale), key=scale.positions.__getitem__)


def _examine(
    condition: Condition, hurdle: Hurdle, circumstances: Circumstances, tree: Tree
) -> tuple[bool, str]:
    match condition:
        case NodeCondition():
            return _examine_node(condition, circumstances)
        case CountCondition():
            meant = nodes_meant(condition, hurdle.node, tree)
            return _examine_count(condition, meant, circumstances)
        case FailureCondition():
            return _examine_failure(condition, circumstances)
        case _:
            assert_never(condition)


def _examine_node(condition: NodeCondition, circumstances: Circumstances) -> tuple[bool, str]:
    level = circumstances.levels.get(condition.node)
    if level is None:
        return False, f"{condition.node} has no level"
    holds = condition.selects(level, circumstances.scales[condition.node])
    if level == condition.selector[1] if condition.selector else False:
        return holds, f"{condition.node} is {level}"
    return holds, f"{condition.node} is {level}, {'' if holds else 'not '}{condition.in_words}"


def _examine_count(
    condition: CountCondition, meant: Sequence[str], circumstances: Circumstances
) -> tuple[bool, str]:
    entries = []
    for node in meant:
        level = circumstances.levels.get(node)
        if level is not None:
            scale = circumstances.scales[node]
            entries.append(Entry(node, level, scale.by_name[level].value, scale))
    found = tally(condition, entries, meant)
    return found.holds, count_in_words(found)


def _examine_failure(condition: FailureCondition, circumstances: Circumstances) -> tuple[bool, str]:
    cases = circumstances.failures.get(condition.failure, ())
    if not cases:
        return False, f"{condition.failure} is not recorded"
    needed = 1 if circumstances.of_case else condition.cases
    least = f", at least {needed} are needed" if needed > 1 else ""
    return len(cases) >= needed, f"{condition.failure} is recorded for {', '.join(cases)}{least}"
