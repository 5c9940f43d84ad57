"""The whole of a rubric: criteria under dimensions, and how their levels combine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field, PrivateAttr, model_validator

from vfi.inputs.fields import AsTuple, Identifier, Model, PartialDate, Text
from vfi.numbers import count_of
from vfi.rubric.models.indicators import Indicator
from vfi.rubric.models.perspectives import Perspective
from vfi.rubric.models.standards import Provenance, Source, Standard, Status
from vfi.synthesis.hurdles import FailureIndicator, Hurdle
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.rules import Step
from vfi.synthesis.scale import Scale

if TYPE_CHECKING:
    from vfi.synthesis.rule import Rule

DEFAULT_SCALE = "default"


class Criterion(Model):
    """An aspect of performance that each case is judged on, with a standard for each level.

    Attributes:
        id: its name for programs and in tables.
        title: its name for people.
        short: a shorter title for narrow columns.
        meaning: what it means and why it matters.
        scale: the name of the scale of its judgements, where it is not the rubric's own.
        standards: what each level takes, by level; those that the rubric states for all criteria
            are among them.
        indicator: a measured quantity that proposes a level.
        synthesis: how the judgements of all cases combine, where not by the rubric's criterion
            step.
    """

    id: Identifier
    title: Text
    short: Annotated[str, Field(max_length=32)] | None = None
    meaning: Text
    scale: Identifier | None = None
    standards: dict[str, Standard] = Field(default_factory=dict)
    indicator: Indicator | None = None
    synthesis: Step | None = None

    @property
    def label(self) -> str:
        """The short title where there is one, for narrow columns."""
        return self.short or self.title


class Dimension(Model):
    """A group of criteria that share a question, such as one of the 4Es.

    A dimension without criteria is holistic: cases are judged on it directly, by standards of its
    own.
    """

    id: Identifier
    title: Text
    question: Text
    criteria: Annotated[tuple[Criterion, ...], AsTuple] = ()
    scale: Identifier | None = None
    standards: dict[str, Standard] = Field(default_factory=dict)
    indicator: Indicator | None = None
    synthesis: Step | None = None

    @property
    def is_holistic(self) -> bool:
        """Whether cases are judged on the dimension itself."""
        return not self.criteria

    @property
    def label(self) -> str:
        """The title, for columns."""
        return self.title


class Synthesis(Model):
    """The three steps: judgements to criterion, criteria to dimension, dimensions to overall."""

    criterion: Step
    dimension: Step
    overall: Step


Judged = Criterion | Dimension
JudgedT = TypeVar("JudgedT", Criterion, Dimension)


class Rubric(Model):
    """What "good" means, and how judgements combine into ratings."""

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
    dimensions: Annotated[tuple[Dimension, ...], AsTuple, Field(min_length=1)]
    synthesis: Synthesis
    failure_indicators: Annotated[tuple[FailureIndicator, ...], AsTuple] = ()
    hurdles: Annotated[tuple[Hurdle, ...], AsTuple, Field(max_length=100)] = ()
    perspectives: Annotated[tuple[Perspective, ...], AsTuple, Field(max_length=20)] = ()

    _sha256: str = PrivateAttr(default="")

    def __repr__(self) -> str:
        dimensions = count_of(len(self.dimensions), "dimension")
        criteria = count_of(len(self.criteria), "criterion", "criteria")
        levels = count_of(len(self.scale.names), "level")
        return f"<Rubric {self.id!r} {self.version}: {dimensions}, {criteria}, {levels}>"

    __str__ = __repr__

    @model_validator(mode="after")
    def _standards_are_inherited(self) -> Rubric:
        standards = self._with_provenance(self.standards)
        dimensions = tuple(self._inheriting(dimension, standards) for dimension in self.dimensions)
        object.__setattr__(self, "standards", standards)
        object.__setattr__(self, "dimensions", dimensions)
        return self

    def _inheriting(self, dimension: Dimension, generic: dict[str, Standard]) -> Dimension:
        if dimension.is_holistic:
            return self._complete(dimension, generic)
        criteria = tuple(self._complete(criterion, generic) for criterion in dimension.criteria)
        return dimension.model_copy(update={"criteria": criteria})

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
        steps = {
            name: getattr(perspective.synthesis, name, None) for name in Synthesis.model_fields
        }
        replaced = {name: step for name, step in steps.items() if step is not None}
        own = perspective.nodes or {}
        changes = {
            "synthesis": self.synthesis.model_copy(update=replaced),
            "dimensions": tuple(_with_steps(dimension, own) for dimension in self.dimensions),
            "hurdles": self.hurdles if perspective.hurdles is None else perspective.hurdles,
        }
        return self._changed(changes, self._sha256)

    def with_steps(self, steps: Mapping[str, Rule]) -> Rubric:
        """The same rubric with other steps for some nodes."""
        changes: dict[str, Any] = {
            "dimensions": tuple(_with_steps(dimension, steps) for dimension in self.dimensions)
        }
        if OVERALL in steps:
            changes["synthesis"] = self.synthesis.model_copy(update={OVERALL: steps[OVERALL]})
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
        return tuple(criterion for dimension in self.dimensions for criterion in dimension.criteria)

    @cached_property
    def judged(self) -> dict[str, Judged]:
        """What cases are judged on, by id: every criterion and holistic dimension, in the order of
        the rubric.
        """
        found: dict[str, Judged] = {}
        for dimension in self.dimensions:
            found |= {entry.id: entry for entry in dimension.criteria or (dimension,)}
        return found

    @cached_property
    def node_ids(self) -> tuple[str, ...]:
        """The ids of all nodes that get a rating: each dimension after its criteria, then
        `overall`.
        """
        ids: list[str] = []
        for dimension in self.dimensions:
            ids += [*(criterion.id for criterion in dimension.criteria), dimension.id]
        return (*ids, OVERALL)

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """The ids of the nodes below each dimension and `overall`; none below what cases are judged
        on.
        """
        below = dict.fromkeys(self.judged, ()) | {
            dimension.id: tuple(criterion.id for criterion in dimension.criteria)
            for dimension in self.dimensions
        }
        return below | {OVERALL: tuple(dimension.id for dimension in self.dimensions)}

    @cached_property
    def parts(self) -> dict[str, Judged]:
        """Every criterion and dimension by id."""
        return {**{dimension.id: dimension for dimension in self.dimensions}, **self.judged}

    def below(self, node: str, kind: str) -> tuple[str, ...]:
        """All `criteria`, or all `dimensions`, below a dimension or `overall`."""
        if kind == "dimensions":
            return self.children[OVERALL] if node == OVERALL else ()
        if node == OVERALL:
            return tuple(criterion.id for criterion in self.criteria)
        return self.children[node]

    def scale_named(self, name: str | None) -> Scale:
        """The scale of a name; the rubric's own where none is named."""
        return self.scale if name in (None, DEFAULT_SCALE) else self.scales[name]

    def step_of(self, node_id: str) -> Rule:
        """The step that rates a node: its own, or the rubric's for nodes of its kind."""
        if node_id == OVERALL:
            return self.synthesis.overall
        shared = self.synthesis.criterion if node_id in self.judged else self.synthesis.dimension
        return self.parts[node_id].synthesis or shared

    def judgement_scale(self, node_id: str) -> Scale:
        """The scale of the judgements on a criterion or holistic dimension."""
        return self.scale_named(self.judged[node_id].scale)

    def rating_scale(self, node_id: str) -> Scale:
        """The scale of the rating of a node: that of its own step, its own, or that of the rubric's
        step.
        """
        if node_id == OVERALL:
            return self.scale_named(self.synthesis.overall.scale)
        part = self.parts[node_id]
        if part.synthesis is not None and part.synthesis.scale is not None:
            return self.scale_named(part.synthesis.scale)
        if node_id in self.judged:
            return self.scale_named(self.step_of(node_id).scale or part.scale)
        return self.scale_named(part.scale or self.step_of(node_id).scale)


def _with_steps(dimension: Dimension, steps: Mapping[str, Rule]) -> Dimension:
    criteria = tuple(
        criterion.model_copy(update={"synthesis": steps.get(criterion.id, criterion.synthesis)})
        for criterion in dimension.criteria
    )
    return dimension.model_copy(
        update={"criteria": criteria, "synthesis": steps.get(dimension.id, dimension.synthesis)}
    )
