"""Profiles one level away from others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vfi.profiles.space import Matrix, Space


def neighbours(space: Space, profiles: Matrix, change: int) -> Iterator[tuple[Any, Matrix]]:
    """For each way to change one input by a level: the places of the profiles that have it, and
    what they become.

    Where only numbers count, inputs at the same level are changed once for all of them.

    Args:
        space: the space that the profiles are from.
        profiles: one a row.
        change: 1 for a level higher, -1 for a level lower.
    """
    import numpy as np

    for columns, can_change in _changes(space, profiles, change):
        indices = np.flatnonzero(can_change)
        if len(indices):
            changed = profiles[indices]
            changed[np.arange(len(indices)), columns[indices]] += change
            yield indices, changed


def _changes(space: Space, profiles: Matrix, change: int) -> Iterator[tuple[Any, Any]]:
    """The column to change in each profile, and whether it can be."""
    import numpy as np

    every = np.arange(len(profiles))
    if not space.is_anonymous:
        for column, scale in enumerate(space.scales):
            entries = profiles[:, column]
            can_change = (
                (entries > 0) & (entries + change >= 1) & (entries + change <= len(scale.levels))
            )
            yield np.full(len(profiles), column), can_change
        return
    levels = len(space.scales[0].levels)
    for symbol in range(1, levels + 1):
        if (
            1 <= symbol + change <= levels
        ):  # rows are in order, so the last entry up to a symbol is one at it
            columns = np.maximum((profiles <= symbol).sum(axis=1) - 1, 0)
            yield columns, profiles[every, columns] == symbol
