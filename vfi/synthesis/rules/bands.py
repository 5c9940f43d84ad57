"""Bands: a mean, a sum or a percentage looked up between stated edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from vfi.inputs.fields import AsTuple
from vfi.numbers import exact
from vfi.synthesis.choices import Weights
from vfi.synthesis.decision import CONSTANT, Feature, Linear
from vfi.synthesis.intervals import Interval, edges_of, of_bands, to_whole
from vfi.synthesis.levels import Band
from vfi.synthesis.rule import (
    Landmarks,
    Line,
    Misfit,
    NamedLevel,
    NumberRule,
    Setting,
    Worked,
)
from vfi.synthesis.words import weights_in_words

if TYPE_CHECKING:
    from vfi.synthesis.outcome import Entry
    from vfi.synthesis.scale import Scale

ROUNDED = {
    "none": "",
    "half_up": ", rounded to a whole number, halves up",
    "half_even": ", rounded to a whole number, halves to the even one",
    "down": ", rounded down to a whole number",
    "up": ", rounded up to a whole number",
}


class Bands(NumberRule):
    """A mean, a sum or a percentage of the highest possible sum, looked up in bands with stated
    edges.
    """

    rule: Literal["bands"]
    on: Literal["mean", "percentage", "sum"]
    rounded: Literal["none", "half_up", "half_even", "down", "up"] = "none"
    weights: Weights | None = None
    bands: Annotated[tuple[Band, ...], AsTuple, Field(min_length=1, max_length=100)]

    @property
    def always_answers(self) -> bool:
        """There can be holes between its bands."""
        return False

    @property
    def quantity(self) -> str:
        """What is looked up."""
        return self.on

    @property
    def unit(self) -> str:
        """What stands behind the number."""
        return "%" if self.on == "percentage" else ""

    @property
    def is_on_the_scale(self) -> bool:
        """Whether the number lies on the scale of its inputs: only a mean does."""
        return self.on == "mean"

    @property
    def quotient(self) -> tuple[Linear, Linear]:
        """The mean, the sum, or 100 times the sum over the highest possible one."""
        if self.on == "mean":
            return {"sum": 1}, {"weight": 1}
        return ({"sum": 1}, {CONSTANT: 1}) if self.on == "sum" else ({"sum": 100}, {"top": 1})

    def features(self, scale: Scale, values: Sequence[Fraction]) -> dict[str, Feature]:
        """The weighted values; and their weights, or the highest that they could be."""
        features = super().features(scale, values)
        features["top"] = Feature(lambda entry: self.weight_of(entry.id) * entry.scale.top.value)
        used_names = {name for terms in self.quotient for name in terms}
        return {name: feature for name, feature in features.items() if name in used_names}

    def intervals(self, scale: Scale) -> Sequence[Interval]:
        """Its bands, as numbers before they are rounded."""
        return of_bands(self.bands, self.rounded, scale.positions)

    def edges(self) -> Landmarks:
        """Where bands begin and end, as numbers before they are rounded."""
        return tuple(edges_of(of_bands(self.bands, self.rounded, defaultdict(int))))

    def band_of(self, number: Fraction) -> int | None:
        """Which band holds a number, once it is rounded; None where none does."""
        rounded_number = to_whole(number, self.rounded)
        return next(
            (position for position, band in enumerate(self.bands) if band.holds(rounded_number)),
            None,
        )

    def landmarks(self, entries: Sequence[Entry], scales: Sequence[Scale]) -> Landmarks:
        """The edges, and what the number is with every input at its lowest or highest level."""
        if not entries:
            return self.edges()
        lowest = [entry._replace(value=entry.scale.bottom.value) for entry in entries]
        highest = [entry._replace(value=entry.scale.top.value) for entry in entries]
        ends = (self.value(lowest, scales[0]), self.value(highest, scales[0]))
        return (*self.edges(), *ends)

    def no_answer(self, entries: Sequence[Entry], scale: Scale, value: Fraction | None) -> str:
        """The number that lies in no band."""
        assert value is not None  # noqa: S101 - there always is a number
        rounded_number = to_whole(value, self.rounded)
        rounded = "" if self.rounded == "none" else f", rounded to {rounded_number},"
        return f"no band holds the {self.on} of {exact(value, landmarks=self.edges())}{rounded}"

    def levels_named(self) -> Iterator[NamedLevel]:
        """The ratings of its bands."""
        yield from super().levels_named()
        for number, band in enumerate(self.bands):
            yield NamedLevel(("bands", number, "rating"), band.rating, of_rating=True)

    def misfits(self, setting: Setting) -> Iterator[Misfit]:
        """A percentage needs something to be a percentage of."""
        yield from super().misfits(setting)
        if self.on != "percentage":
            return
        for scales in setting.inputs.values():
            for scale in scales:
                if scale.top.value <= 0:
                    message = f"a percentage of the top value {scale.top.value}"
                    expected = "a scale whose top level has a value above 0"
                    yield Misfit(("on",), message, expected)

    def sentence(self, inputs: str) -> str:
        """How a person would state it."""
        number = {
            "mean": f"The mean of {inputs}",
            "sum": f"The sum of {inputs}",
            "percentage": f"The sum of {inputs} as a percentage of the highest possible sum",
        }[self.on]
        weights = f" with the weights {weights_in_words(self.weights)}" if self.weights else ""
        bands = f"looked up in bands: {self._in_words()}; in none of them undetermined."
        return f"{number}{weights}{ROUNDED[self.rounded]}, {bands}"

    def working(self, worked: Worked) -> Iterator[Line]:
        """The number, rounded, and the band that holds it."""
        assert worked.value is not None  # noqa: S101 - there always is a number
        number = exact(worked.value, landmarks=worked.landmarks)
        yield self._number_line(worked.entries, number)
        rounded_number = to_whole(worked.value, self.rounded)
        if self.rounded != "none":
            yield "Rounded", f"{rounded_number}{ROUNDED[self.rounded]}"
        yield "Bands", self._in_words()
        if worked.row is not None:
            band = self.bands[worked.row]
            looked_up = number if self.rounded == "none" else str(rounded_number)
            yield "Band", f"{band.rating} {band.in_words} holds {looked_up}"

    def _number_line(self, entries: Sequence[Entry], number: str) -> Line:
        weights = {entry.id: self.weight_of(entry.id) for entry in entries}
        total = sum((weights[entry.id] * entry.value for entry in entries), Fraction(0))
        if self.on == "sum":
            return "Sum", number
        if self.on == "mean":
            return "Mean", f"{total} / {sum(weights.values())} = {number}"
        highest = sum((weights[entry.id] * entry.scale.top.value for entry in entries), Fraction(0))
        return "Percentage", f"100 x {total} / {highest} = {number}"

    def _in_words(self) -> str:
        return "; ".join(f"{band.rating} {band.in_words}" for band in self.bands)
