"""Conditions as a rubric writes them, and what they look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from tests.rubrics import dimension, rubric, scale
from vfi.synthesis.condition import Circumstances, Condition
from vfi.synthesis.conditions import AnyCondition

# Overall rests on A with A1 and A2, and on B with B1.
TREE = rubric([dimension("A", ["A1", "A2"]), dimension("B", ["B1"])])


def condition(**parts: Any) -> Condition:
    """A condition."""
    read: Condition = TypeAdapter(AnyCondition).validate_python(parts)
    return read


def there(
    levels: Mapping[str, str | None] | None = None, **failures: Sequence[str]
) -> Circumstances:
    """Levels on one scale, and for each failure the cases that it is recorded for."""
    known = levels or {}
    return Circumstances(known, dict.fromkeys(known, scale()), failures)
