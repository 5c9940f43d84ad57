"""The middle value, taken to the nearest level."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from vfi.numbers import exact, ordinal
from vfi.synthesis.choices import Ties
from vfi.synthesis.decision import GIVEN, DecisionRow, Feature, Guard, Linear, exceeds, reaches
from vfi.synthesis.intervals import Interval, nearest_in_words
from vfi.synthesis.rule import Line, NearestRule, Worked

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entries, Entry
    from vfi.synthesis.scale import Scale


class Median(NearestRule):
    """The middle value, or half way between the two middle ones, taken to the nearest level."""

    rule: Literal["median"]
    ties: Ties

    needs_one_scale = True
    adds_values = False
    rises = True
    is_alternative = True

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """How many inputs have a value below each that one can have."""
        return {_below(value): Feature(_counts_below(value)) for value in values[1:]}

    def comparisons(self, scale: Scale, values: Sequence[Fraction]) -> Iterator[DecisionRow]:
        """For each interval from the highest: that the two middle values lie high enough.

        Half their sum passes an edge where they are at least some pair of values that does: the
        lower one where more than half of the inputs are at its value or above it, the upper one
        where at least half of them are.
        """
        for interval in self.intervals(scale):
            for low, lower in enumerate(values):
                reached = (high for high in values[low:] if _passes(lower, high, interval))
                upper = next(reached, None)
                if upper is not None:
                    guards = (*_are(exceeds, values, lower), *_are(reaches, values, upper))
                    yield DecisionRow(guards, interval.place)

    def mark(self, totals: Mapping[str, Any]) -> Any:
        """Which two values are in the middle."""
        number = totals["given"]
        below = [total for name, total in totals.items() if name != "given"]
        lower = sum((2 * total < number) * 1 for total in below)
        upper = sum((2 * total <= number) * 1 for total in below)
        return lower * (len(below) + 1) + upper

    def value(self, entries: Sequence[Entry], scale: Scale) -> Fraction:
        """The value in the middle, or half way between the two that are."""
        middle = middle_entries(entries)
        return sum((entry.value for entry in middle), Fraction(0)) / len(middle)

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        even = "for an even number of them half way between the two middle ones"
        return f"The median of {inputs} ({even}), {nearest_in_words('median', self.ties)}"

    def missing_sentence(self) -> str:
        """What happens to insufficient evidence."""
        if self.stands_in is not None:
            return super().missing_sentence()
        return "Insufficient evidence is left out of the median and counted."

    def working(self, worked: Worked) -> Iterator[Line]:
        """Which value is in the middle, or which two are."""
        middle, near, number = middle_entries(worked.entries), worked.landmarks, len(worked.entries)
        rank = (number + 1) // 2
        if len(middle) == 1:
            rank_words = f"the {ordinal(rank)} of {number} values in order"
            where = "the only value" if rank == number else rank_words
            yield (
                "Median",
                f"{where} is {middle[0].level}, {exact(middle[0].value, landmarks=near)}",
            )
            return
        lower, upper = (entry.value for entry in middle)
        yield (
            "Median",
            (
                f"the {ordinal(rank)} and {ordinal(rank + 1)} of {number} values in order are "
                f"{exact(lower, landmarks=near)} and {exact(upper, landmarks=near)}; "
                f"half way between them is {exact((lower + upper) / 2, landmarks=near)}"
            ),
        )


def middle_entries(entries: Entries) -> list[Entry]:
    """The entry in the middle of those in order of value, or the two of them."""
    ordered = sorted(entries, key=lambda entry: (entry.value, entry.id))
    return ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]


def _below(value: Fraction) -> str:
    return f"below {value}"


def _counts_below(value: Fraction) -> Callable[[Entry], int]:
    return lambda entry: int(entry.value < value)


def _passes(lower: Fraction, upper: Fraction, interval: Interval) -> bool:
    """Whether half the sum of two values is beyond the lower edge of an interval."""
    if interval.lower is None:
        return True
    edge, is_included = interval.lower
    half = (lower + upper) / 2
    return half > edge or (is_included and half == edge)


def _are(
    passes: Callable[[Linear, Linear], Guard], values: Sequence[Fraction], value: Fraction
) -> Iterator[Guard]:
    """That more than half of the inputs, or at least half, are not below a value."""
    if value != values[0]:
        yield passes(GIVEN, {_below(value): 2})
