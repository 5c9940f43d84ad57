"""How far ties could be moved: the thresholds between levels over which every rating stays."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from vfi.synthesis.rule import NearestRule

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard


@dataclass(frozen=True, slots=True)
class Position:
    """Where the value of a node lies between two levels, from 0 (at the lower) to 1 (at the
    higher).
    """

    node: str
    fraction: Fraction


@dataclass(frozen=True, slots=True)
class TieThreshold:
    """The thresholds at which values could be taken to the higher level with every rating as it is.

    A value goes to the higher of two levels where it has come at least this fraction of the way
    from the lower one; half way is usual. The range begins above `above` and goes up to and
    including `up_to`.

    Attributes:
        above: the highest fraction that is taken down, and its node; None where none is.
        up_to: the lowest fraction that is taken up, and its node; None where none is.
    """

    above: Position | None
    up_to: Position | None

    def holds(self, fraction: Fraction) -> bool:
        """Whether every rating stays with this threshold."""
        over = self.above is None or fraction > self.above.fraction
        return over and (self.up_to is None or fraction <= self.up_to.fraction)


def find_tie_threshold(scorecard: Scorecard) -> TieThreshold:
    """The range over all nodes whose rule takes a number to the nearest level (mean, weighted mean,
    median).
    """
    up: list[Position] = []
    down: list[Position] = []
    for node in scorecard.nodes.values():
        position = _position(node)
        if position is not None:
            (up if _went_up(node) else down).append(position)
    return TieThreshold(
        max(down, key=lambda candidate: candidate.fraction, default=None),
        min(up, key=lambda candidate: candidate.fraction, default=None),
    )


def _position(node: Node) -> Position | None:
    """Where the value of a node lies between the levels around it; None where it is at one, or has
    none around it.
    """
    if not isinstance(node.step, NearestRule) or node.value is None:
        return None
    for below, above in pairwise(node.scale.levels):
        if below.value < node.value < above.value:
            return Position(node.id, (node.value - below.value) / (above.value - below.value))
    return None


def _went_up(node: Node) -> bool:
    level = node.scale.by_name[node.before or ""]
    return node.value is not None and level.value > node.value
