"""One step of synthesis: from the inputs of a node to its value and rating."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from vfi.rubric import Scale, Step
from vfi.scoring.models import Input, Margin
from vfi.scoring.rounding import to_level


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step makes of its inputs; all None where no input has a level."""

    value: Fraction | None
    rating: str | None
    margin: Margin | None


def synthesise(inputs: Sequence[Input], step: Step, scale: Scale) -> Outcome:
    """Combine the inputs of a node by the rule of its step.

    Inputs without a value (insufficient evidence) are left out, as `missing: exclude` says; where nothing is
    left the node is insufficient evidence itself.
    """
    values = [entry.value for entry in inputs if entry.value is not None]
    if not values:
        return Outcome(None, None, None)
    mean = sum(values, Fraction(0)) / len(values)
    rating, margin = to_level(mean, scale, step.ties)
    return Outcome(mean, rating, margin)
