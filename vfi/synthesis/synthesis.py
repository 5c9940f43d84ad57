"""One step of synthesis: from the inputs of a node to its value and rating."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from vfi.numbers import count_of
from vfi.problems import listed
from vfi.synthesis.bands import bands
from vfi.synthesis.counting import counting
from vfi.synthesis.mean import mean
from vfi.synthesis.median import median
from vfi.synthesis.mode import mode
from vfi.synthesis.outcome import Entries, Entry, Input, Outcome, undetermined
from vfi.synthesis.scale import Scale
from vfi.synthesis.steps import (
    AnyStep,
    Bands,
    Best,
    Counting,
    DecisionTable,
    Mean,
    Median,
    MissingAs,
    Mode,
    WeightedMean,
    Worst,
)
from vfi.synthesis.table import table
from vfi.synthesis.weighted_mean import weighted_mean
from vfi.synthesis.worst_best import best, worst


def synthesise(step: AnyStep, inputs: Sequence[Input], scale: Scale) -> Outcome:
    """Combine the inputs of a node by the rule of its step.

    Inputs without a level are left out or count as a level, as `missing` says. Where too few have
    one for the minimum coverage, or none is left to count, the node is insufficient evidence
    itself; it is undetermined where the evidence would suffice, and there is too little only
    because the rules of inputs give no answer.

    Args:
        step: the rule and its conventions.
        inputs: what lies below the node; their order and names decide nothing.
        scale: the scale of the rating.
    """
    shortfall = shortfall_of(step, inputs)
    if shortfall:
        return _without_rule(step, inputs, shortfall)
    return _by_rule(step, counted(step, inputs, scale), scale)


def counted(step: AnyStep, inputs: Sequence[Input], scale: Scale) -> list[Entry]:
    """The inputs that a step counts, those without a level at the level that stands for it, if one
    does.
    """
    entries = []
    for entry in inputs:
        own = entry.scale or scale
        if entry.level is not None and entry.value is not None:
            entries.append(Entry(entry.id, entry.level, entry.value, own))
        elif isinstance(step.missing, MissingAs):
            entries.append(
                Entry(entry.id, step.missing.level, own.by_name[step.missing.level].value, own)
            )
    return entries


def shortfall_of(step: AnyStep, inputs: Sequence[Input]) -> str:
    """What keeps the rule of a step from being applied at all, in words; empty where nothing
    does.
    """
    rated = sum(entry.level is not None for entry in inputs)
    if inputs and not _covers(step, rated, len(inputs)):
        have = "has" if rated == 1 else "have"
        whole = "all" if step.minimum_coverage == 1 else step.minimum_coverage
        least = f"below the minimum coverage of {whole}"
        return f"{rated} of {count_of(len(inputs), 'input')} {have} a level, {least}"
    if not rated and not (inputs and isinstance(step.missing, MissingAs)):
        return "nothing below this node has a level"
    return ""


def _covers(step: AnyStep, rated: int, inputs: int) -> bool:
    return step.minimum_coverage is None or Fraction(rated, inputs) >= step.minimum_coverage


def _without_rule(step: AnyStep, inputs: Sequence[Input], shortfall: str) -> Outcome:
    """The outcome where the rule is not applied: for lack of evidence, or for what is undetermined
    below.
    """
    without_answer = [entry.id for entry in inputs if entry.is_undetermined]
    evidenced = sum(entry.level is not None or entry.is_undetermined for entry in inputs)
    if not without_answer or not _covers(step, evidenced, len(inputs)):
        return Outcome("insufficient evidence", reason=shortfall)
    verb = "is" if len(without_answer) == 1 else "are"
    return undetermined(f"{shortfall}; {listed(without_answer)} {verb} undetermined")


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
