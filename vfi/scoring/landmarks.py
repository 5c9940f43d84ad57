"""The numbers that the printed value of a node must not seem to have reached.

These are the thresholds between ratings, the edges of bands, and the ends of what the value can be.
"""

from __future__ import annotations

from fractions import Fraction

from vfi.numbers import fixed
from vfi.rubric.models import Bands, Indicator, Mean, Median, Scale, WeightedMean
from vfi.scoring.models import Node
from vfi.synthesis import Entry, counted
from vfi.synthesis.bands import edges, quantity

Landmarks = tuple[Fraction, ...]
SCORE_PLACES = 2


def landmarks(node: Node) -> Landmarks:
    """The landmarks of the value of a node; none for a rule that only compares or counts levels."""
    step = node.step
    if isinstance(step, Bands):
        entries = counted(step, node.inputs, node.scale)
        return (*edges(step), *(_ends_of_bands(step, entries) if entries else ()))
    if not isinstance(step, Mean | WeightedMean | Median):
        return ()
    scales = {
        id(scale): scale
        for scale in (node.scale, *(entry.scale for entry in node.inputs if entry.scale))
    }
    return (*node.scale.thresholds, *(end for scale in scales.values() for end in _ends(scale)))


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
    unit = "%" if isinstance(node.step, Bands) and node.step.on == "percentage" else ""
    return fixed(node.value, SCORE_PLACES, landmarks(node)) + unit


def _ends(scale: Scale) -> Landmarks:
    return scale.bottom.value, scale.top.value


def _ends_of_bands(step: Bands, entries: list[Entry]) -> Landmarks:
    """What the quantity would be with every input at the lowest level, and at the highest."""
    lowest = [entry._replace(value=entry.scale.bottom.value) for entry in entries]
    highest = [entry._replace(value=entry.scale.top.value) for entry in entries]
    return quantity(step, lowest), quantity(step, highest)
