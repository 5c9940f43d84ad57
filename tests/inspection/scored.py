"""The profile of a node that a scorecard holds, to be found in a table."""

from __future__ import annotations

from vfi.profiles.space import MISSING, Space
from vfi.scoring.models import Scorecard
from vfi.synthesis.scale import UNDETERMINED


def profile_in(space: Space, scorecard: Scorecard) -> tuple[int, ...] | None:
    """What the nodes below a node are rated over all cases, as a row of its profiles; None where
    its profiles have no such row.
    """
    nodes = [scorecard.nodes[name] for name in space.names]
    if any(node.result == UNDETERMINED for node in nodes):
        return None
    if not space.with_missing and not all(node.rating for node in nodes):
        return None
    profile = [node.scale.positions[node.rating] + 1 if node.rating else MISSING for node in nodes]
    return tuple(sorted(profile) if space.is_anonymous else profile)
