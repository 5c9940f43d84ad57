"""The whole of a rubric: a tree of criteria under dimensions, and how their levels combine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, PrivateAttr, model_validator

from vfi.inputs.fields import AsTuple, Identifier, Model, PartialDate, Text
from vfi.numbers import count_of
from vfi.problems import both
from vfi.rubric.models.parts import (
    Criterion,
    Group,
    Judged,
    JudgedT,
    add_kinds,
    each_after_those_below,
    with_steps,
)
from vfi.rubric.models.perspectives import Perspective
from vfi.rubric.models.standards import Provenance, Source, Standard, Status
from vfi.rubric.models.tiers import DEFAULT_TIERS, OFFERED, NamedTier, Tier
from vfi.synthesis.hurdles import FailureIndicator, Hurdle
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.rules import Step
from vfi.synthesis.scale import Scale

if TYPE_CHECKING:
    from vfi.synthesis.rule import Rule

DEFAULT_SCALE = "default"


class Rubric(Model):
    """What "good" means, and how judgements combine into ratings.

    Attributes:
        tiers: the tiers of the tree from the lowest to the highest, which the whole stands above;
            criteria under dimensions where they are not given.
        dimensions: the groups of the highest tier, whatever it is called, with what is below them.
        synthesis: the step of each tier by its id, and that of `overall`.
    """

    schema_: Annotated[Literal["vfi.rubric/1"], Field(alias="schema")]
    id: Identifier
    version: Text
    title: Text
    summary: Text
    status: Status | None = None
    locked: PartialDate | None = None
    sources: Annotated[tuple[Source, ...], AsTuple] = ()
    provenance: Provenance | None = None
    scale: Scale
    scales: dict[Identifier, Scale] = Field(default_factory=dict)
    standards: dict[str, Standard] = Field(default_factory=dict)
    tiers: Annotated[tuple[NamedTier, ...], AsTuple, Field(min_length=1, max_length=20)] = (
        DEFAULT_TIERS
    )
    dimensions: Annotated[tuple[Group, ...], AsTuple, Field(min_length=1)]
    synthesis: Annotated[
        dict[Identifier, Step], Field(json_schema_extra=OFFERED | {"required": [OVERALL]})
    ]
    failure_indicators: Annotated[tuple[FailureIndicator, ...], AsTuple] = ()
    hurdles: Annotated[tuple[Hurdle, ...], AsTuple, Field(max_length=100)] = ()
    perspectives: Annotated[tuple[Perspective, ...], AsTuple, Field(max_length=20)] = ()

    _sha256: str = PrivateAttr(default="")

    def __repr__(self) -> str:
        counts = [
            count_of(self.sizes[tier.id], tier.title, tier.plural) for tier in reversed(self.tiers)
        ]
        levels = count_of(len(self.scale.names), "level")
        return f"<Rubric {self.id!r} {self.version}: {', '.join([*counts, levels])}>"

    __str__ = __repr__

    @model_validator(mode="after")
    def _standards_are_inherited(self) -> Rubric:
        standards = self._with_provenance(self.standards)
        dimensions = tuple(self._inheriting(dimension, standards) for dimension in self.dimensions)
        object.__setattr__(self, "standards", standards)
        object.__setattr__(self, "dimensions", dimensions)
        return self

    def _inheriting(self, group: Group, generic: dict[str, Standard]) -> Group:
        if group.is_holistic:
            return self._complete(group, generic)
        groups = tuple(self._inheriting(below, generic) for below in group.groups)
        criteria = tuple(self._complete(criterion, generic) for criterion in group.criteria)
        return group.model_copy(update={"groups": groups, "criteria": criteria})

    def _complete(self, judged: JudgedT, generic: dict[str, Standard]) -> JudgedT:
        inherited = generic if judged.scale in (None, DEFAULT_SCALE) else {}
        standards = inherited | self._with_provenance(judged.standards)
        return judged.model_copy(update={"standards": standards})

    def _with_provenance(self, standards: Mapping[str, Standard]) -> dict[str, Standard]:
        if self.provenance is None:
            return dict(standards)
        default = {"provenance": self.provenance}
        return {
            level: standard if standard.has_provenance else standard.model_copy(update=default)
            for level, standard in standards.items()
        }

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the file that the rubric was read from; empty for one made in
        code.
        """
        return self._sha256

    def sealed(self, sha256: str) -> Rubric:
        """The same rubric, with the digest of its file."""
        return self._changed({}, sha256)

    def under(self, perspective_id: str) -> Rubric:
        """The same rubric with the steps and hurdles of one of its perspectives.

        Raises:
            KeyError: the rubric has no such perspective.
        """
        perspective = {entry.id: entry for entry in self.perspectives}[perspective_id]
        steps = perspective.nodes or {}
        changes = {
            "synthesis": {**self.synthesis, **(perspective.synthesis or {})},
            "dimensions": tuple(with_steps(dimension, steps) for dimension in self.dimensions),
            "hurdles": self.hurdles if perspective.hurdles is None else perspective.hurdles,
        }
        return self._changed(changes, self._sha256)

    def with_steps(self, steps: Mapping[str, Rule]) -> Rubric:
        """The same rubric with other steps for some nodes."""
        changes: dict[str, Any] = {
            "dimensions": tuple(with_steps(dimension, steps) for dimension in self.dimensions)
        }
        if OVERALL in steps:
            changes["synthesis"] = {**self.synthesis, OVERALL: steps[OVERALL]}
        return self._changed(changes, self._sha256)

    def _changed(self, changes: Mapping[str, Any], sha256: str) -> Rubric:
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        copy = type(self).model_construct(
            _fields_set=set(self.model_fields_set), **{**fields, **changes}
        )
        copy._sha256 = sha256
        return copy

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the order of the rubric."""
        return tuple(part for part in self._walk() if isinstance(part, Criterion))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every group between the criteria and the dimensions, each after those below it; none in
        a tree of two tiers.
        """
        by_id = {part.id: part for part in self._walk() if isinstance(part, Group)}
        dimensions = {dimension.id for dimension in self.dimensions}
        return tuple(
            by_id[node] for node in self.node_ids if node in by_id and node not in dimensions
        )

    def _walk(self) -> Iterator[Judged]:
        for dimension in self.dimensions:
            yield from dimension.walk()

    @cached_property
    def judged(self) -> dict[str, Judged]:
        """What cases are judged on, by id: every criterion and holistic group, in the order of the
        rubric.
        """
        return {part.id: part for dimension in self.dimensions for part in dimension.judged}

    @property
    def judged_in_words(self) -> str:
        """How much cases are judged on, by tier: `13 criteria`, also of holistic dimensions where
        the rubric declares no tiers of its own.
        """
        lowest = self.tiers[0]
        if self.tiers == DEFAULT_TIERS:
            return count_of(len(self.judged), lowest.title, lowest.plural)
        kinds = [self.kinds[node] for node in self.judged]
        counts = [(kinds.count(tier.id), tier) for tier in self.tiers if tier.id in kinds]
        return both([count_of(number, tier.title, tier.plural) for number, tier in counts])

    @cached_property
    def node_ids(self) -> tuple[str, ...]:
        """The ids of all nodes that get a rating: each after those below it, `overall` last."""
        ids = [node for dimension in self.dimensions for node in each_after_those_below(dimension)]
        return (*ids, OVERALL)

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """The ids of the nodes right below each group and `overall`; none below what cases are
        judged on.
        """
        below = dict.fromkeys(self.judged, ()) | {
            part.id: tuple(child.id for child in part.below)
            for part in self._walk()
            if isinstance(part, Group)
        }
        return below | {OVERALL: tuple(dimension.id for dimension in self.dimensions)}

    @cached_property
    def parents(self) -> dict[str, str]:
        """The id of the node right above each."""
        return {child: node for node, below in self.children.items() for child in below}

    @cached_property
    def parts(self) -> dict[str, Judged]:
        """Every dimension, group and criterion by id, the highest tier first."""
        groups = {part.id: part for part in self._walk() if isinstance(part, Group)}
        dimensions = {dimension.id: dimension for dimension in self.dimensions}
        return {**dimensions, **groups, **self.judged}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The id of the tier of each node; that of the whole is `overall`."""
        kinds: dict[str, str] = {}
        for dimension in self.dimensions:
            add_kinds(kinds, dimension, [tier.id for tier in self.tiers])
        return {OVERALL: OVERALL, **kinds}

    @cached_property
    def tier_named(self) -> dict[str, Tier]:
        """The tiers by id, the lowest first."""
        return {tier.id: tier for tier in self.tiers}

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many nodes each tier has, by the id of the tier."""
        kinds = list(self.kinds.values())
        return {tier.id: kinds.count(tier.id) for tier in self.tiers}

    def tier_below(self, key: str) -> Tier | None:
        """The tier below one, or below `overall`; None below the lowest."""
        tiers = {
            tier.id: below for below, tier in zip((None, *self.tiers), self.tiers, strict=False)
        }
        return {**tiers, OVERALL: self.tiers[-1]}[key]

    def is_right_above_judgements(self, node: str) -> bool:
        """Whether cases are judged on all that is right below a node."""
        return all(child in self.judged for child in self.children[node])

    def plural_below(self, node: str) -> str:
        """What the nodes right below a node are called: `criteria`; nothing where there are
        none.
        """
        kinds = dict.fromkeys(self.kinds[child] for child in self.children[node])
        return " and ".join(self.tier_named[kind].plural for kind in kinds)

    def below(self, node: str, kind: str) -> tuple[str, ...]:
        """All nodes of a tier anywhere below a node, the tier by its plural: `criteria`."""
        wanted = {tier.id for tier in self.tiers if tier.plural == kind}
        return tuple(child for child in self._all_below(node) if self.kinds[child] in wanted)

    def _all_below(self, node: str) -> Iterator[str]:
        for child in self.children[node]:
            yield child
            yield from self._all_below(child)

    def scale_named(self, name: str | None) -> Scale:
        """The scale of a name; the rubric's own where none is named."""
        return self.scale if name in (None, DEFAULT_SCALE) else self.scales[name]

    def step_of(self, node_id: str) -> Rule:
        """The step that rates a node: its own, or the rubric's for nodes of its kind."""
        if node_id == OVERALL:
            return self.synthesis[OVERALL]
        own = self.parts[node_id].synthesis
        return self.synthesis[self.step_key(node_id)] if own is None else own

    def step_key(self, node_id: str) -> str:
        """Where the rubric's step for a node stands in `synthesis`: the judgements on whatever
        cases are judged on combine by the step of the lowest tier.
        """
        return self.tiers[0].id if node_id in self.judged else self.kinds[node_id]

    def judgement_scale(self, node_id: str) -> Scale:
        """The scale of the judgements on a criterion or holistic group."""
        return self.scale_named(self.judged[node_id].scale)

    def rating_scale(self, node_id: str) -> Scale:
        """The scale of the rating of a node: that of its own step, its own, or that of the rubric's
        step.
        """
        if node_id == OVERALL:
            return self.scale_named(self.synthesis[OVERALL].scale)
        part = self.parts[node_id]
        if part.synthesis is not None and part.synthesis.scale is not None:
            return self.scale_named(part.synthesis.scale)
        if node_id in self.judged:
            return self.scale_named(self.step_of(node_id).scale or part.scale)
        return self.scale_named(part.scale or self.step_of(node_id).scale)
