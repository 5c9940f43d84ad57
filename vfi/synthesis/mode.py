"""The level that most inputs are at."""

from __future__ import annotations

from collections import Counter

from vfi.synthesis.outcome import Entries, Outcome, rated, undetermined
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import Mode, Towards


def mode(step: Mode, entries: Entries, scale: Scale) -> Outcome:
    """The rating by the most frequent level; of several, the one that `ties` says.

    Two levels as frequent as each other and as far from the level that ties go towards leave it
    undetermined.
    """
    tied = most_frequent(entries, scale)
    if not isinstance(step.ties, Towards):
        return rated(tied[-1] if step.ties == "up" else tied[0], scale)
    target = scale.positions[step.ties.towards]
    distances = [abs(scale.positions[level] - target) for level in tied]
    nearest = [
        level for level, distance in zip(tied, distances, strict=True) if distance == min(distances)
    ]
    if len(nearest) == 1:
        return rated(nearest[0], scale)
    return undetermined(
        f"{nearest[0]} and {nearest[1]} are equally frequent and equally far from "
        f"{step.ties.towards}"
    )


def most_frequent(entries: Entries, scale: Scale) -> list[str]:
    """The levels that more inputs are at than at any other, the lowest first."""
    counts = Counter(entry.level for entry in entries)
    most = max(counts.values())
    return sorted(
        (level for level in counts if counts[level] == most), key=scale.positions.__getitem__
    )
