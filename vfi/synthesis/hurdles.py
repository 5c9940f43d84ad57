"""Hurdles: named reasons why a node cannot be rated above a level, whatever its synthesis says."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from vfi.inputs.validation import AsTuple, Identifier, Model, Name, Text, unacceptable
from vfi.synthesis.levels import Selector
from vfi.synthesis.steps import Count

Among = Literal["criteria", "dimensions"]


class FailureIndicator(Model):
    """A fact that counts against a case whatever else is true of it, such as a breach of
    regulation.
    """

    id: Identifier
    title: Text
    meaning: Text


class NodeCondition(Selector):
    """A criterion or a dimension is at one of the levels meant."""

    node: Identifier

    @model_validator(mode="after")
    def _names_a_level(self) -> NodeCondition:
        if self.selector is None:
            raise unacceptable("no level", "one of at, at_or_above, above, at_or_below, below")
        return self


class CountCondition(Count):
    """So many of the criteria or dimensions below the node are at the levels meant."""

    among: Among | Annotated[tuple[Identifier, ...], AsTuple, Field(min_length=1)]  # type: ignore[assignment]


class FailureCondition(Model):
    """A failure indicator is recorded for the case; over all cases together, for at least so many
    of them.
    """

    failure: Identifier
    cases: Annotated[int, Field(ge=1)] = 1


def _kind_of_condition(value: Any) -> str:
    keys = value if isinstance(value, dict) else vars(value) if isinstance(value, Model) else ()
    if "node" in keys:
        return "(node)"
    return "(failure)" if "failure" in keys else "(count)"


Condition = Annotated[
    Annotated[NodeCondition, Tag("(node)")]
    | Annotated[CountCondition, Tag("(count)")]
    | Annotated[FailureCondition, Tag("(failure)")],
    Discriminator(_kind_of_condition),
]


class Hurdle(Model):
    """A limit on the rating of a node: a soft one caps it, a hard one drops it to the lowest level.

    Attributes:
        id: its name for programs.
        title: its name for people.
        reason: why it exists.
        kind: soft or hard.
        node: the criterion, dimension or `overall` that it limits.
        cap: the highest level that a soft hurdle leaves possible.
        when: the conditions, all of which have to hold.
    """

    id: Identifier
    title: Text
    reason: Text
    kind: Literal["soft", "hard"]
    node: Identifier
    cap: Name | None = None
    when: Annotated[tuple[Condition, ...], AsTuple, Field(min_length=1)]

    @model_validator(mode="after")
    def _cap_fits_kind(self) -> Hurdle:
        if self.kind == "soft" and self.cap is None:
            raise unacceptable(
                "a soft hurdle without a cap", "the highest level it leaves possible, in `cap`"
            )
        if self.kind == "hard" and self.cap is not None:
            raise unacceptable(
                "a hard hurdle with a cap", "no cap: a hard hurdle drops to the lowest level"
            )
        return self
