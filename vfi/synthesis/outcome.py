"""What goes into a rule and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED, Scale

State = Literal["rated", "insufficient evidence", "undetermined"]
STATE_NAMES: dict[State, str] = {
    "insufficient evidence": INSUFFICIENT,
    "undetermined": UNDETERMINED,
}


class Input(NamedTuple):
    """One thing that a node is synthesised from.

    Attributes:
        id: the case (below a criterion), the criterion (below a dimension) or the dimension (below
            overall).
        level: its level; None where it has none.
        value: the number that enters the synthesis; None where it has no level.
        scale: the scale of its level, where that is not the scale of the node.
        is_undetermined: whether it has no level because its own rule gives no answer, and not for
            lack of evidence.
    """

    id: str
    level: str | None
    value: Fraction | None
    scale: Scale | None = None
    is_undetermined: bool = False

    @property
    def result(self) -> str:
        """Its level, or the words for the state that there is instead."""
        return self.level or (UNDETERMINED if self.is_undetermined else INSUFFICIENT)


class Entry(NamedTuple):
    """An input that a rule counts: it has a level and a value.

    Attributes:
        id: the id of the input.
        level: its level.
        value: its number.
        scale: the scale of its level.
    """

    id: str
    level: str
    value: Fraction
    scale: Scale


Entries = Sequence[Entry]


class Margin(NamedTuple):
    """How far a node's value is from the thresholds of its rating, in points of the value.

    Attributes:
        lower: the smallest value of the rating, and whether a value on it belongs to the rating;
            None where the rating has no lower end.
        upper: the largest value of the rating, and whether a value on it belongs to the rating;
            None where the rating has no upper end.
    """

    lower: tuple[Fraction, bool] | None
    upper: tuple[Fraction, bool] | None


class Outcome(NamedTuple):
    """What a step makes of its inputs.

    Attributes:
        state: whether the inputs give a level and, if not, what they give instead.
        rating: the level; None unless rated.
        value: the exact number behind it: the mean, the median, the sum or percentage of bands, or
            the value of the level for a rule that knows only levels; None where there is none.
        margin: the thresholds of the rating, for a rule that has thresholds.
        row: which row of a counting rule or table, or which band, gave the rating, from 0; None for
            `otherwise`.
        reason: in words why there is no rating; empty where there is one.
    """

    state: State
    rating: str | None = None
    value: Fraction | None = None
    margin: Margin | None = None
    row: int | None = None
    reason: str = ""


def profile_in_words(entries: Entries) -> str:
    """The levels of the inputs: `E1 Good, E2 Poor`, or how many are at each where there are
    many.
    """
    if len(entries) <= 6:
        return ", ".join(f"{entry.id} {entry.level}" for entry in entries)
    highest_first = sorted(
        {(entry.scale.positions[entry.level], entry.level) for entry in entries}, reverse=True
    )
    counts = [(sum(entry.level == level for entry in entries), level) for _, level in highest_first]
    return ", ".join(f"{count} {level}" for count, level in counts)
