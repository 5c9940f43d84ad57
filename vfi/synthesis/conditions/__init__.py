"""The conditions of hurdles, a file each; what `CONDITIONS` does not list does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, Union

from pydantic import Discriminator, Tag

from vfi.inputs.fields import Model
from vfi.synthesis.conditions.count import CountCondition
from vfi.synthesis.conditions.failure import FailureCondition
from vfi.synthesis.conditions.node import NodeCondition

CONDITIONS: tuple[type[Condition], ...] = (NodeCondition, CountCondition, FailureCondition)


def _tag(condition: type[Condition]) -> str:
    """Between brackets, so that it is told apart from the keys of a file."""
    return f"({condition.key or 'count'})"


def _tag_of(value: Any) -> str:
    """The condition that a mapping is: the first whose key it has, else the one without a key."""
    mapping = vars(value) if isinstance(value, Model) else value
    keys = mapping if isinstance(mapping, dict) else ()
    without = next(condition for condition in CONDITIONS if not condition.key)
    return _tag(
        next(
            (condition for condition in CONDITIONS if condition.key and condition.key in keys),
            without,
        )
    )


if TYPE_CHECKING:
    from vfi.synthesis.condition import Condition

    AnyCondition: TypeAlias = Condition
else:
    AnyCondition = Annotated[
        Union[tuple(Annotated[condition, Tag(_tag(condition))] for condition in CONDITIONS)],  # noqa: UP007
        Discriminator(_tag_of),
    ]
