"""One step of synthesis: from the inputs of a node to its value and rating."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from vfi.numbers import count_of, named
from vfi.problems import listed
from vfi.synthesis.outcome import Entry, Input, Outcome
from vfi.synthesis.rule import made_once

if TYPE_CHECKING:
    from vfi.synthesis.rule import Rule
    from vfi.synthesis.scale import Scale

Profile: TypeAlias = tuple[tuple[str, int, int, int], ...]
MOST_PROFILES = 10_000  # kept for a step; more are worked out anew


def synthesise(step: Rule, inputs: Sequence[Input], scale: Scale) -> Outcome:
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


def counted(step: Rule, inputs: Sequence[Input], scale: Scale) -> list[Entry]:
    """The inputs that a step counts, those without a level at the level that stands for it, if one
    does.
    """
    entries = []
    for entry in inputs:
        entry_scale = entry.scale or scale
        if entry.level is not None and entry.value is not None:
            entries.append(Entry(entry.id, entry.level, entry.value, entry_scale))
        elif step.stands_in is not None:
            value = entry_scale.by_name[step.stands_in].value
            entries.append(Entry(entry.id, step.stands_in, value, entry_scale))
    return entries


def shortfall_of(step: Rule, inputs: Sequence[Input]) -> str:
    """What keeps the rule of a step from being applied at all, in words; empty where nothing
    does.
    """
    rated = sum(entry.level is not None for entry in inputs)
    if inputs and not covers(step, rated, len(inputs)):
        have = named(rated, "has", "have")
        share = "all" if step.minimum_coverage == 1 else step.minimum_coverage
        least = f"below the minimum coverage of {share}"
        return f"{rated} of {count_of(len(inputs), 'input')} {have} a level, {least}"
    if not rated and not (inputs and step.stands_in is not None):
        return "nothing below this node has a level"
    return ""


def covers(step: Rule, rated: int, inputs: int) -> bool:
    """Whether so many of the inputs with a level are enough for a step."""
    return step.minimum_coverage is None or Fraction(rated, inputs) >= step.minimum_coverage


def _without_rule(step: Rule, inputs: Sequence[Input], shortfall: str) -> Outcome:
    """The outcome where the rule is not applied: for lack of evidence, or for what is undetermined
    below.
    """
    without_answer = [entry.id for entry in inputs if entry.is_undetermined]
    evidenced = sum(entry.level is not None or entry.is_undetermined for entry in inputs)
    if not without_answer or not covers(step, evidenced, len(inputs)):
        return Outcome("insufficient evidence", reason=shortfall)
    verb = named(len(without_answer), "is", "are")
    reason = f"{shortfall}; {listed(without_answer)} {verb} undetermined"
    return Outcome("undetermined", reason=reason)


def _by_rule(step: Rule, entries: Sequence[Entry], scale: Scale) -> Outcome:
    """The outcome of the rule; the same levels give the same one, so that a study of many cases
    works out each profile once.
    """
    if step.by_name:
        return _worked_out(step, entries, scale)
    known = made_once("outcomes", step, scale, _no_outcomes)
    profile = tuple(sorted(map(_counted_as, entries)))
    if profile not in known:
        if len(known) >= MOST_PROFILES:
            known.clear()
        known[profile] = (_worked_out(step, entries, scale), entries)
    return known[profile][0]


def _counted_as(entry: Entry) -> tuple[str, int, int, int]:
    """All that a rule which does not ask for names can see of an input."""
    return entry.level, entry.value.numerator, entry.value.denominator, id(entry.scale)


def _no_outcomes(_scale: Scale) -> dict[Profile, tuple[Outcome, Sequence[Entry]]]:
    """An outcome for each profile, with inputs that have it, so that their scales stay the same."""
    return {}


def _worked_out(step: Rule, entries: Sequence[Entry], scale: Scale) -> Outcome:
    judged = step.judged(entries, scale)
    if judged.place is None:
        reason = step.no_answer(entries, scale, judged.value)
        return Outcome("undetermined", value=judged.value, reason=reason)
    margin = step.margin(judged.place, judged.number, scale)
    rating = scale.levels[judged.place].name
    return Outcome("rated", rating, judged.value, margin, judged.number)


def step_in_words(step: Rule, inputs: str) -> str:
    """A few sentences that say how a step combines what is below it.

    Args:
        step: the step.
        inputs: what is below it, such as `the ratings of its criteria`.
    """
    parts = (step.sentence(inputs), step.missing_sentence(), _coverage_sentence(step))
    return " ".join(part for part in parts if part)


def _coverage_sentence(step: Rule) -> str:
    if step.minimum_coverage is None:
        return ""
    otherwise = "insufficient evidence, or undetermined where that is why inputs have none"
    is_all = step.minimum_coverage == 1
    least = "All inputs" if is_all else f"At least {step.minimum_coverage} of the inputs"
    return f"{least} must have a level; else the node is {otherwise}."
