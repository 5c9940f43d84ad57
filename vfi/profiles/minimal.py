"""The least that a level takes: profiles that reach it, and would not with any input one level
lower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.profiles.evaluation import evaluate
from vfi.profiles.neighbours import neighbours

if TYPE_CHECKING:
    from vfi.profiles.tried import Tried


def minimal_profiles(tried_profiles: Tried, level: str) -> list[int]:
    """The places of the profiles that just reach a level.

    Args:
        tried_profiles: the profiles; those in which an input is missing are passed over.
        level: the level that is to be reached or passed.
    """
    import numpy as np

    target = tried_profiles.space.scale.positions[level]
    reached = np.flatnonzero(
        (tried_profiles.ratings.places >= target) & (tried_profiles.profiles > 0).all(axis=1)
    )
    is_least = np.ones(len(reached), dtype=bool)
    for indices, lowered in neighbours(tried_profiles.space, tried_profiles.profiles[reached], -1):
        is_least[indices] &= evaluate(tried_profiles.space, lowered).places < target
    return [int(index) for index in reached[is_least]]
