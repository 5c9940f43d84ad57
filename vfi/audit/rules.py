"""Which rules did they use? The rules that reproduce the published ratings, and those that do
not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vfi.audit.grid import CHOICES, POOLINGS, Combination, Grid
from vfi.problems import UserError
from vfi.steps import tell_step
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.study.models import Study


@dataclass(frozen=True)
class TriedCombination:
    """A combination of rules, and the published ratings that it does not give.

    Attributes:
        combination: a rule for each step, and how they are put together.
        fails: the ids of the nodes whose published rating it does not give, in the order of the
            rubric.
    """

    combination: Combination
    fails: tuple[str, ...]


@dataclass(frozen=True)
class Needed:
    """A choice that the published ratings decide, given the rules of the rubric itself.

    Attributes:
        choice: which one, such as `overall.ties`.
        works: what it can be.
        fails: what it cannot be.
    """

    choice: str
    works: tuple[str, ...]
    fails: tuple[str, ...]


@dataclass(frozen=True)
class RulesAudit:
    """Every combination of the grid beside the published ratings.

    Attributes:
        study: the study.
        published: how many published ratings there are.
        tried: every combination, those that fail at fewest nodes first.
        left_out: what the rubric says that the grid has no room for, in words.
    """

    study: Study
    published: int
    tried: tuple[TriedCombination, ...]
    left_out: tuple[str, ...]

    @cached_property
    def reproducing(self) -> tuple[TriedCombination, ...]:
        """The combinations that give every published rating."""
        return tuple(entry for entry in self.tried if not entry.fails)

    @cached_property
    def near_misses(self) -> dict[tuple[str, ...], tuple[TriedCombination, ...]]:
        """The other combinations by the nodes at which they fail, the fewest nodes first."""
        by_nodes: dict[tuple[str, ...], list[TriedCombination]] = {}
        for entry in self.tried:
            if entry.fails:
                by_nodes.setdefault(entry.fails, []).append(entry)
        return {nodes: tuple(entries) for nodes, entries in by_nodes.items()}

    def possible(self, choice: str) -> dict[str, tuple[int, int]]:
        """For each value of a choice how many combinations with it give every published rating, and
        of how many.
        """
        every = Counter(entry.combination[choice] for entry in self.tried)
        reproducing = Counter(entry.combination[choice] for entry in self.reproducing)
        return {value: (reproducing[value], every[value]) for value in every}

    def within(self, rules: Mapping[str, str]) -> tuple[TriedCombination, ...]:
        """The combinations with these values of choices."""
        return tuple(
            entry
            for entry in self.tried
            if all(entry.combination[choice] == value for choice, value in rules.items())
        )

    @cached_property
    def own_rules(self) -> dict[str, str]:
        """The rules of the rubric's own steps and its pooling, where the grid has them all; else
        nothing.
        """
        steps, (lowest, *higher) = self.study.rubric.synthesis, self.study.rubric.tiers
        of_groups = {steps[tier.id].rule for tier in higher if tier.id in steps}
        if len(of_groups) > 1:
            return {}
        rules = {"criterion.rule": steps[lowest.id].rule}
        if of_groups:
            rules["dimension.rule"] = of_groups.pop()
        rules |= {"overall.rule": steps[OVERALL].rule, "pooling": POOLINGS[0]}
        return rules if self.within(rules) else {}

    @cached_property
    def needed(self) -> tuple[Needed, ...]:
        """The conventions that the published ratings decide where the rules are the rubric's
        own.
        """
        entries = self.within(self.own_rules) if self.own_rules else ()
        return tuple(_decided(entries))


def audit_rules(study: Study) -> RulesAudit:
    """Try every combination of rules on the published ratings of a study.

    Raises:
        UserError: the study has no published ratings, or judges on scales that the grid does not
            combine.
    """
    if not study.published:
        raise UserError(
            "the study has no published.csv, so there is nothing that rules could reproduce"
        )
    tell_step("trying every combination of rules")
    grid = Grid(study)
    order = {node: position for position, node in enumerate(study.rubric.node_ids)}
    combinations = [
        TriedCombination(combination, tuple(sorted(fails, key=order.__getitem__)))
        for combination, fails in grid.tried()
    ]
    combinations.sort(key=lambda entry: (len(entry.fails), [order[node] for node in entry.fails]))
    return RulesAudit(study, len(study.published), tuple(combinations), tuple(_left_out(study)))


def _decided(entries: Sequence[TriedCombination]) -> Iterator[Needed]:
    working = [entry for entry in entries if not entry.fails]
    if not working:
        return
    for choice in CHOICES:
        every = _values(choice, entries)
        works = _values(choice, working)
        fails = tuple(value for value in every if value not in works)
        if fails:
            yield Needed(choice, works, fails)


def _values(choice: str, entries: Iterable[TriedCombination]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.combination[choice] for entry in entries))


def _left_out(study: Study) -> Iterator[str]:
    rubric = study.rubric
    if rubric.hurdles:
        yield "the hurdles of the rubric"
    nodes = [node for node, part in rubric.parts.items() if part.synthesis is not None]
    if nodes:
        yield f"the steps of their own that {', '.join(nodes)} have"
    if len(rubric.tiers) > 2:
        yield "rules that differ between the tiers of groups"
    if any(step.minimum_coverage for step in (rubric.step_of(node) for node in rubric.node_ids)):
        yield "minimum coverage"
