"""The least that a level takes: profiles that reach it, and would not with any input one level
lower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.profiles.evaluation import evaluate
from vfi.profiles.neighbours import neighbours

if TYPE_CHECKING:
    from vfi.profiles.tried import Tried


def minimal_profiles(tried: Tried, level: str) -> list[int]:
    """The places of the profiles that just reach a level.

    Args:
        tried: the profiles; those in which an input is missing are passed over.
        level: the level that is to be reached or passed.
    """
    import numpy as np

    target = tried.space.scale.positions[level]
    reached = np.flatnonzero((tried.ratings.places >= target) & (tried.profiles > 0).all(axis=1))
    is_least = np.ones(len(reached), dtype=bool)
    for places, lowered in neighbours(tried.space, tried.profiles[reached], -1):
        is_least[places] &= evaluate(tried.space, lowered).places < target
    return [int(place) for place in reached[is_least]]
