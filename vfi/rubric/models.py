"""The parts of a rubric, as they stand in `rubric.yaml`."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, model_validator

from vfi.inputs.validation import AsTuple, Exact, Identifier, Model, PartialDate, Text, unacceptable
from vfi.problems import quoted

OVERALL = "overall"
INSUFFICIENT = "Insufficient evidence"


class Level(Model):
    """One level of a scale: its name, the value that a mean counts it with, and what it means in general."""

    name: Text
    value: Exact
    meaning: Text


class Scale(Model):
    """Ordered levels, the lowest first."""

    levels: Annotated[tuple[Level, ...], AsTuple, Field(min_length=2, max_length=12)]

    @model_validator(mode="after")
    def _is_ordered(self) -> Scale:
        for lower, higher in zip(self.levels, self.levels[1:], strict=False):
            if lower.value >= higher.value:
                found = f"{lower.name} with the value {lower.value} before {higher.name} with {higher.value}"
                raise unacceptable(found, "levels in order, each value above the one before")
        for name in self.names:
            if self.names.count(name) > 1:
                raise unacceptable(f"the level {quoted(name)} twice", "each level once")
            if name.casefold() == INSUFFICIENT.casefold():
                raise unacceptable(f"a level named {quoted(name)}", "a level; that state is never one")
        return self

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the levels, the lowest first."""
        return tuple(level.name for level in self.levels)

    @cached_property
    def by_name(self) -> dict[str, Level]:
        """The levels by name."""
        return {level.name: level for level in self.levels}

    @cached_property
    def codes(self) -> dict[str, str]:
        """A code for each level, for narrow columns: the shortest beginning that no other level shares."""
        codes = {}
        for name in self.names:
            lengths = range(1, len(name) + 1)
            others = [other.casefold() for other in self.names if other != name]
            alone = (name[:n] for n in lengths if not any(o.startswith(name[:n].casefold()) for o in others))
            codes[name] = next(alone, name)
        return codes


class Source(Model):
    """A document that the rubric rests on."""

    id: Identifier
    title: Text
    publisher: Text
    date: PartialDate
    location: Text | None = None
    licence: Text | None = None


class Provenance(Model):
    """Where a standard comes from.

    A `published` standard is stated by the source itself and quotes it; a `reconstructed` one was written from
    what the source says in the passage named.
    """

    kind: Literal["published", "reconstructed"]
    source: Identifier
    passage: Text
    quotation: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _published_is_quoted(self) -> Provenance:
        if self.kind == "published" and self.quotation is None:
            raise unacceptable("a published standard without a quotation", "the published words in `quotation`")
        return self


class Standard(Model):
    """What a case has to look like to be judged at a level."""

    text: Text
    provenance: Provenance


class Criterion(Model):
    """An aspect of performance that each case is judged on, with a standard for each level."""

    id: Identifier
    title: Text
    short: Annotated[str, Field(max_length=32)] | None = None
    meaning: Text
    standards: dict[str, Standard]

    @property
    def label(self) -> str:
        """The short title where there is one, for narrow columns."""
        return self.short or self.title


class Dimension(Model):
    """A group of criteria that share a question, such as one of the 4Es."""

    id: Identifier
    title: Text
    question: Text
    criteria: Annotated[tuple[Criterion, ...], AsTuple, Field(min_length=1)]


class Step(Model):
    """How the levels below a node combine into its rating.

    Attributes:
        rule: `mean`, the arithmetic mean of the values, taken to the nearest level.
        of: whether a node takes the *ratings* or the unrounded *scores* of the nodes below it; judgements,
            below a criterion, have only the one value.
        ties: which way a mean goes that lies exactly half way between two levels.
        missing: what happens to insufficient evidence; `exclude` leaves it out of the mean and counts it.
    """

    rule: Literal["mean"]
    of: Literal["ratings", "scores"] = "ratings"
    ties: Literal["up", "down"]
    missing: Literal["exclude"]


class Synthesis(Model):
    """The three steps: judgements to criterion, criteria to dimension, dimensions to overall."""

    criterion: Step
    dimension: Step
    overall: Step


class Rubric(Model):
    """What "good" means, and how judgements combine into ratings."""

    schema_: Annotated[Literal["vfi.rubric/1"], Field(alias="schema")]
    id: Identifier
    version: Text
    title: Text
    summary: Text
    sources: Annotated[tuple[Source, ...], AsTuple] = ()
    scale: Scale
    dimensions: Annotated[tuple[Dimension, ...], AsTuple, Field(min_length=1)]
    synthesis: Synthesis

    _sha256: str = PrivateAttr(default="")

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the file that the rubric was read from; empty for one made in code."""
        return self._sha256

    def sealed(self, sha256: str) -> Rubric:
        """The same rubric, with the digest of its file."""
        copy = self.model_copy()
        copy._sha256 = sha256
        return copy

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the order of the rubric."""
        return tuple(criterion for dimension in self.dimensions for criterion in dimension.criteria)

    @cached_property
    def node_ids(self) -> tuple[str, ...]:
        """The ids of all nodes that get a rating: each dimension after its criteria, then `overall`."""
        ids: list[str] = []
        for dimension in self.dimensions:
            ids += [*(criterion.id for criterion in dimension.criteria), dimension.id]
        return (*ids, OVERALL)
