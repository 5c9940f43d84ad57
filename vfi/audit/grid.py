"""The grid of rules: a rule for each step, what happens to missing evidence, and what is pooled."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Literal

from vfi.problems import UserError
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.outcome import STATE_NAMES, Input, Outcome
from vfi.synthesis.plain import ALTERNATIVES, PlainRule, has_even_levels, plain_rules
from vfi.synthesis.rules import name_of
from vfi.synthesis.step import synthesise
from vfi.synthesis.tree import resting_on

if TYPE_CHECKING:
    from vfi.study.models import Study
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

Ties = Literal["up", "down", "even"]
POOLINGS = ("step by step", "dimensions pooled", "overall pooled", "both pooled")
_RULES = {name_of(rule): rule for rule in ALTERNATIVES}
CHOICES = (
    "missing",
    "pooling",
    *("criterion.rule", "criterion.ties"),
    *(
        f"{step}.{setting}"
        for step in ("dimension", "overall")
        for setting in ("rule", "of", "ties")
    ),
)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to combine levels.

    Attributes:
        rule: mean, median, mode, worst or best.
        of: what it takes: `ratings` or `scores` of the nodes below, or `judgements`.
        ties: up, down or even; `-` for a rule without.
    """

    rule: str
    of: str
    ties: str

    def __str__(self) -> str:
        of = "" if self.of == "judgements" else f" of {self.of}"
        return f"{self.rule}{of}" + ("" if self.ties == "-" else f", ties {self.ties}")


@dataclass(frozen=True, slots=True)
class Combination:
    """A rule for each step, and how they are put together.

    Attributes:
        missing: `exclude`, or the level that insufficient evidence counts as.
        pooling: which steps take all judgements below them directly.
        criterion: how the judgements of all cases give a criterion.
        dimension: how criteria, or the judgements below it, give a dimension; in a tree of more
            tiers, how what is below a group gives the group, in every tier alike.
        overall: how dimensions, or all judgements, give the overall rating.
    """

    missing: str
    pooling: str
    criterion: Variant
    dimension: Variant
    overall: Variant

    def __getitem__(self, choice: str) -> str:
        step, _, setting = choice.partition(".")
        return str(getattr(getattr(self, step), setting) if setting else getattr(self, step))


@dataclass
class Grid:
    """Tries rules on a study, each on each set of inputs once."""

    study: Study
    _known: dict[Hashable, Outcome] = field(default_factory=dict)
    _steps: dict[tuple[Variant, str], Rule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rubric = self.study.rubric
        scales = [rubric.scale_named(part.scale) for part in rubric.parts.values()]
        steps = [rubric.rating_scale(node) for node in rubric.node_ids]
        if any(scale != rubric.scale for scale in (*scales, *steps)):
            raise UserError(
                "a rubric with several scales cannot be tried: the grid compares levels of one "
                "scale"
            )
        values = {name: level.value for name, level in rubric.scale.by_name.items()}
        self._judged: dict[str, list[Input]] = {node: [] for node in rubric.judged}
        for judgement in self.study.judgements:
            value = None if judgement.level is None else values[judgement.level]
            self._judged[judgement.criterion].append(Input("", judgement.level, value))
        self._dimensions = rubric.children[OVERALL]
        self._groups = [
            node for node in rubric.node_ids if node not in rubric.judged and node != OVERALL
        ]
        self._judged_below = {
            group: [node for node in rubric.judged if node in resting_on(rubric, group)]
            for group in self._groups
        }
        self._published = {entry.node: entry.rating for entry in self.study.published}

    def tried(self) -> Iterator[tuple[Combination, list[str]]]:
        """Every combination with the nodes whose published rating it does not give."""
        scale = self.study.rubric.scale
        of_judgements = list(variants(("judgements",), scale))
        of_nodes = list(variants(("ratings", "scores"), scale))
        for missing, criterion in product(("exclude", scale.bottom.name), of_judgements):
            criteria = {
                node: self._of_judgements([node], criterion, missing)
                for node in self.study.rubric.judged
            }
            failed = self._failures(criteria)
            for is_pooled, dimension in _either(of_nodes, of_judgements):
                outcomes = dict(criteria)
                for group in self._groups:
                    outcomes[group] = self._group(group, dimension, missing, is_pooled, outcomes)
                dimensions = {node: outcomes[node] for node in self._dimensions}
                also = failed + self._failures({node: outcomes[node] for node in self._groups})
                for all_pooled, overall in _either(of_nodes, of_judgements):
                    outcome = self._overall(overall, missing, all_pooled, dimensions)
                    pooling = POOLINGS[is_pooled + 2 * all_pooled]
                    combination = Combination(missing, pooling, criterion, dimension, overall)
                    yield combination, also + self._failures({OVERALL: outcome})

    def _overall(
        self, variant: Variant, missing: str, is_pooled: bool, dimensions: dict[str, Outcome]
    ) -> Outcome:
        if is_pooled:
            return self._of_judgements(list(self.study.rubric.judged), variant, missing)
        return self._of_nodes(dimensions, variant, missing)

    def _group(
        self,
        node: str,
        variant: Variant,
        missing: str,
        is_pooled: bool,
        below: dict[str, Outcome],
    ) -> Outcome:
        if is_pooled:
            return self._of_judgements(self._judged_below[node], variant, missing)
        children = self.study.rubric.children[node]
        return self._of_nodes({child: below[child] for child in children}, variant, missing)

    def _of_judgements(self, nodes: Sequence[str], variant: Variant, missing: str) -> Outcome:
        key = (variant, missing, tuple(nodes))
        if key not in self._known:
            self._known[key] = self._outcome(
                variant, missing, [i for node in nodes for i in self._judged[node]]
            )
        return self._known[key]

    def _of_nodes(self, below: dict[str, Outcome], variant: Variant, missing: str) -> Outcome:
        takes_scores = variant.of == "scores"
        key = (
            variant,
            missing,
            tuple((o.rating, o.value if takes_scores else None) for o in below.values()),
        )
        if key not in self._known:
            self._known[key] = self._outcome(
                variant, missing, [self._input(o, takes_scores) for o in below.values()]
            )
        return self._known[key]

    def _input(self, outcome: Outcome, takes_score: bool) -> Input:
        if outcome.rating is None or takes_score:
            return Input("", outcome.rating, None if outcome.rating is None else outcome.value)
        return Input("", outcome.rating, self.study.rubric.scale.by_name[outcome.rating].value)

    def _outcome(self, variant: Variant, missing: str, inputs: Sequence[Input]) -> Outcome:
        if (variant, missing) not in self._steps:
            self._steps[variant, missing] = _step(variant, missing)
        return synthesise(self._steps[variant, missing], inputs, self.study.rubric.scale)

    def _failures(self, outcomes: dict[str, Outcome]) -> list[str]:
        return [
            node
            for node, outcome in outcomes.items()
            if node in self._published
            and self._published[node] != (outcome.rating or STATE_NAMES[outcome.state])
        ]


def variants(of: Sequence[str], scale: Scale) -> Iterator[Variant]:
    """The rules of the grid: those that use values for each thing that they can take, the others
    once.
    """
    for rule in plain_rules(of, has_even_levels(scale)):
        yield Variant(rule.name, rule.of, rule.ties or "-")


def _either(
    of_nodes: list[Variant], of_judgements: list[Variant]
) -> Iterator[tuple[bool, Variant]]:
    yield from ((False, variant) for variant in of_nodes)
    yield from ((True, variant) for variant in of_judgements)


def _step(variant: Variant, missing: str) -> Rule:
    of = "scores" if variant.of == "scores" else "ratings"
    plain = PlainRule(_RULES[variant.rule], variant.ties.strip("-"), of)
    return plain.step("exclude" if missing == "exclude" else {"as": missing})
