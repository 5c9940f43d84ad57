"""Measured quantities that propose a level."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from vfi.inputs.fields import AsTuple, Model, Text
from vfi.rubric.models.standards import Provenance
from vfi.synthesis.levels import Band


class Indicator(Model):
    """A quantity measured for each case, with cut points that propose a level.

    Attributes:
        title: what is measured.
        unit: the unit of the value, such as `%`.
        measure: `value` as it is recorded; `ratio` of a numerator to a denominator; `percentage`,
            100 times that.
        better: which direction is the better one; the bands have to run that way.
        levels: a band of values per level.
        provenance: where the cut points come from.
    """

    title: Text
    unit: Text
    measure: Literal["value", "ratio", "percentage"]
    better: Literal["higher", "lower"]
    levels: Annotated[tuple[Band, ...], AsTuple, Field(min_length=1, max_length=100)]
    provenance: Provenance | None = None

    def propose(self, value: Fraction) -> str | None:
        """The level of the band that holds a value; None when none does."""
        return next((band.rating for band in self.levels if band.holds(value)), None)

    def measured(self, numerator: Fraction, denominator: Fraction) -> Fraction:
        """The value of a ratio or percentage."""
        ratio = numerator / denominator
        return 100 * ratio if self.measure == "percentage" else ratio
