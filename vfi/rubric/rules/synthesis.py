"""One step of synthesis: from the inputs of a node to its value and rating."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from vfi.rubric.models import (
    AnyStep,
    Bands,
    Best,
    Counting,
    DecisionTable,
    Mean,
    Median,
    MissingAs,
    Mode,
    Scale,
    WeightedMean,
    Worst,
)
from vfi.rubric.rules.bands import bands
from vfi.rubric.rules.counting import counting
from vfi.rubric.rules.mean import mean
from vfi.rubric.rules.median import median
from vfi.rubric.rules.mode import mode
from vfi.rubric.rules.outcome import Entries, Entry, Input, Outcome
from vfi.rubric.rules.table import table
from vfi.rubric.rules.weighted_mean import weighted_mean
from vfi.rubric.rules.worst_best import best, worst


def synthesise(step: AnyStep, inputs: Sequence[Input], scale: Scale) -> Outcome:
    """Combine the inputs of a node by the rule of its step.

    Inputs without a level are left out or count as a level, as `missing` says. Where too few have one for the
    minimum coverage, or none is left to count, the node is insufficient evidence itself.

    Args:
        step: the rule and its conventions.
        inputs: what lies below the node; their order and names decide nothing.
        scale: the scale of the rating.
    """
    shortfall = _shortfall(step, inputs)
    entries = counted(step, inputs, scale)
    if shortfall or not entries:
        return Outcome("insufficient evidence", reason=shortfall or "nothing below this node has a level")
    return _by_rule(step, entries, scale)


def counted(step: AnyStep, inputs: Sequence[Input], scale: Scale) -> list[Entry]:
    """The inputs that a step counts, those without a level at the level that stands for it, if one does."""
    entries = []
    for entry in inputs:
        own = entry.scale or scale
        if entry.level is not None and entry.value is not None:
            entries.append(Entry(entry.id, entry.level, entry.value, own))
        elif isinstance(step.missing, MissingAs):
            entries.append(Entry(entry.id, step.missing.level, own.by_name[step.missing.level].value, own))
    return entries


def _shortfall(step: AnyStep, inputs: Sequence[Input]) -> str:
    if step.minimum_coverage is None or not inputs:
        return ""
    judged = sum(entry.level is not None for entry in inputs)
    if Fraction(judged, len(inputs)) >= step.minimum_coverage:
        return ""
    return f"{judged} of {len(inputs)} inputs have a level, below the minimum coverage of {step.minimum_coverage}"


def _by_rule(step: AnyStep, entries: Entries, scale: Scale) -> Outcome:  # noqa: C901 - one line a rule
    match step:
        case Mean():
            return mean(step, entries, scale)
        case WeightedMean():
            return weighted_mean(step, entries, scale)
        case Median():
            return median(step, entries, scale)
        case Mode():
            return mode(step, entries, scale)
        case Worst():
            return worst(entries, scale)
        case Best():
            return best(entries, scale)
        case Counting():
            return counting(step, entries, scale)
        case DecisionTable():
            return table(step, entries, scale)
        case Bands():
            return bands(step, entries)
        case _:
            assert_never(step)
