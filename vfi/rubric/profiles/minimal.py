"""The least that a level takes: profiles that reach it, and would not with any input one level lower."""

from __future__ import annotations

from vfi.rubric.profiles.evaluation import evaluate
from vfi.rubric.profiles.tried import Tried


def minimal_profiles(tried: Tried, level: str) -> list[int]:
    """The places of the profiles that just reach a level.

    Args:
        tried: the profiles; those in which an input is missing are passed over.
        level: the level that is to be reached or passed.
    """
    import numpy as np

    space = tried.space
    target = space.scale.positions[level]
    reached = np.flatnonzero((tried.ratings.places >= target) & (tried.profiles > 0).all(axis=1))
    for column in range(len(space.names)):
        lowered = tried.profiles[reached].copy()
        can_fall = lowered[:, column] > 1
        lowered[:, column] -= can_fall
        if len(reached):
            still = (evaluate(space, lowered).places >= target) & can_fall
            reached = reached[~still]
    return [int(place) for place in reached]
