"""Bands: a mean, a sum or a percentage looked up between stated edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from vfi.numbers import exact
from vfi.synthesis.levels import Band
from vfi.synthesis.outcome import Entries, Margin, Outcome, undetermined
from vfi.synthesis.steps import Bands

HALF = Fraction(1, 2)


def bands(step: Bands, entries: Entries) -> Outcome:
    """The rating of the first band that holds the quantity; in none of them it is undetermined."""
    value = quantity(step, entries)
    place = band_of(to_whole(value, step.rounded), step.bands)
    if place is None:
        rounded = "" if step.rounded == "none" else f", rounded to {to_whole(value, step.rounded)},"
        shown = exact(value, landmarks=edges(step))
        return undetermined(f"no band holds the {step.on} of {shown}{rounded}", value)
    band = step.bands[place]
    return Outcome("rated", band.rating, value, _margin(band, step.rounded), place)


def quantity(step: Bands, entries: Entries) -> Fraction:
    """The number that the bands are about, before it is rounded."""
    weights = {
        entry.id: step.weights[entry.id] if step.weights else Fraction(1) for entry in entries
    }
    total = sum((weights[entry.id] * entry.value for entry in entries), Fraction(0))
    if step.on == "sum":
        return total
    if step.on == "mean":
        return total / sum(weights.values(), Fraction(0))
    return (
        100
        * total
        / sum((weights[entry.id] * entry.scale.top.value for entry in entries), Fraction(0))
    )


def band_of(value: Fraction, choices: Sequence[Band]) -> int | None:
    """The place of the first band that holds a value; None when none does."""
    return next((place for place, band in enumerate(choices) if band.holds(value)), None)


def to_whole(value: Fraction, rounded: str) -> Fraction:
    """The value as a whole number, by the convention named; unchanged for `none`."""
    below = math.floor(value)
    if rounded == "none" or value == below:
        return value
    if rounded == "half_even" and value - below == HALF:
        return Fraction(below + below % 2)
    goes_up = {"up": True, "down": False}.get(rounded, value - below >= HALF)
    return Fraction(below + goes_up)


def edges(step: Bands) -> tuple[Fraction, ...]:
    """Where bands begin and end, as values before rounding."""
    margins = (_margin(band, step.rounded) for band in step.bands)
    return tuple(edge[0] for margin in margins for edge in margin if edge is not None)


def _margin(band: Band, rounded: str) -> Margin:
    """The edges of a band as values before rounding."""
    if rounded == "none":
        return Margin(band.lower, band.upper)
    lower = upper = None
    if band.lower is not None:
        edge, included = band.lower
        lowest = math.ceil(edge) if included else math.floor(edge) + 1
        lower = _reach(lowest, rounded, -1)
    if band.upper is not None:
        edge, included = band.upper
        highest = math.floor(edge) if included else math.ceil(edge) - 1
        upper = _reach(highest, rounded, 1)
    return Margin(lower, upper)


def _reach(whole: int, rounded: str, side: int) -> tuple[Fraction, bool]:
    """The value furthest to a side that is rounded to a whole number, and whether it still is."""
    if rounded in ("up", "down"):
        away = (rounded == "down") == (side > 0)
        return (Fraction(whole + side), False) if away else (Fraction(whole), True)
    return whole + side * HALF, side < 0 if rounded == "half_up" else whole % 2 == 0
