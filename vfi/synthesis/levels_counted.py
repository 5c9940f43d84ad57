"""How many inputs are at each level: what rules count that compare levels of one scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vfi.synthesis.decision import Feature

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entry
    from vfi.synthesis.scale import Scale


def at(position: int) -> str:
    """The feature that counts the inputs at a place of the scale."""
    return f"at {position}"


def levels_counted(scale: Scale) -> dict[str, Feature]:
    """A feature for each level of a scale."""
    return {at(position): Feature(_is_at(name)) for position, name in enumerate(scale.names)}


def _is_at(level: str) -> Callable[[Entry], int]:
    return lambda entry: int(entry.level == level)
