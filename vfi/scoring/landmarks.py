"""The numbers that the printed value of a node must not seem to have reached.

These are the thresholds between ratings, the edges of bands, and the ends of what the value can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.numbers import fixed, percent
from vfi.synthesis.step import counted

if TYPE_CHECKING:
    from vfi.rubric.models.indicators import Indicator
    from vfi.scoring.models import Node
    from vfi.synthesis.rule import Landmarks

SCORE_PLACES = 2


def landmarks(node: Node) -> Landmarks:
    """The landmarks of the value of a node; none for a rule that only compares or counts levels."""
    entries = counted(node.step, node.inputs, node.scale)
    scales = (node.scale, *(entry.scale for entry in node.inputs if entry.scale))
    return node.step.landmarks(entries, scales)


def landmarks_of_reading(indicator: Indicator) -> Landmarks:
    """The cut points of a measured quantity."""
    ends = (end for band in indicator.levels for end in (band.lower, band.upper))
    return tuple(end[0] for end in ends if end is not None)


def score_in_words(node: Node) -> str | None:
    """The value of a node as a column of scores shows it: two decimals, and more beside a landmark;
    None without one.

    It is the same wherever a report shows it: in its tables, its sentences and its narrative.
    """
    if node.value is None:
        return None
    near = landmarks(node)
    if node.step.unit:
        return percent(node.value / 100, SCORE_PLACES, [landmark / 100 for landmark in near])
    return fixed(node.value, SCORE_PLACES, near)
