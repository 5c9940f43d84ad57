"""Steps of every rule over made-up scales, for properties that hold for all of them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from vfi.profiles.space import Space
from vfi.synthesis.rules import RULES, Step, name_of
from vfi.synthesis.scale import Scale

STEP: TypeAdapter[Any] = TypeAdapter(Step)
NAMES = ("a", "b", "c", "d")
FRACTIONS = st.fractions(min_value=-2, max_value=5, max_denominator=6)


def step_of(data: dict[str, Any]) -> Any:
    """A step from what a file would say."""
    return STEP.validate_python({"missing": "exclude", **data})


def scale_of(*values: Fraction | int) -> Scale:
    """A scale of the levels L0, L1 ... with these values."""
    levels = [
        {"name": f"L{place}", "value": Fraction(value), "meaning": "A level."}
        for place, value in enumerate(values)
    ]
    return Scale.model_validate({"levels": levels})


@st.composite
def scales(draw: st.DrawFn, lowest: Fraction = Fraction(-2)) -> Scale:
    values = draw(st.sets(st.fractions(lowest, 5, max_denominator=6), min_size=2, max_size=4))
    return scale_of(*sorted(values))


BY_NAME = {name_of(rule): rule for rule in RULES}
GENERATED = tuple(BY_NAME)


@st.composite
def spaces(draw: st.DrawFn, most_inputs: int = 4, rules: tuple[str, ...] = GENERATED) -> Space:
    """A space of few profiles with a step of any rule, or of one of those given."""
    rule = draw(st.sampled_from(rules))
    names = NAMES[: draw(st.integers(1, most_inputs))]
    positive = rule == "bands" or not BY_NAME[rule].takes_negative_values
    scale = draw(scales(Fraction(1, 6)) if positive else scales())
    alike = BY_NAME[rule].needs_one_scale or draw(st.booleans())
    below = [
        scale if alike else draw(scales(Fraction(1, 6)) if positive else scales()) for _ in names
    ]
    data: dict[str, Any] = {"rule": rule}
    common = set.intersection(*(set(one.names) for one in [scale, *below]))
    if draw(st.booleans()):
        data["missing"] = {"as": draw(st.sampled_from(sorted(common)))}
    if draw(st.booleans()):
        data["minimum_coverage"] = draw(st.fractions(0, 1, max_denominator=4))
    data |= draw(_details(rule, names, scale, below))
    return Space(step_of(data), names, tuple(below), scale, data.get("missing") is None)


@st.composite
def _details(
    draw: st.DrawFn, rule: str, names: tuple[str, ...], scale: Scale, below: list[Scale]
) -> dict[str, Any]:
    rating = st.sampled_from(scale.names)
    ties = st.sampled_from(["up", "down", *({"towards": name} for name in scale.names)])
    weights = st.fixed_dictionaries(
        {name: st.fractions(Fraction(1, 6), 5, max_denominator=6) for name in names}
    )
    if rule == "weighted mean":
        return {"ties": draw(ties), "weights": draw(weights)}
    if rule == "bands":
        details = {
            "on": draw(st.sampled_from(["mean", "percentage", "sum"])),
            "rounded": draw(st.sampled_from(["none", "half_up", "half_even", "down", "up"])),
            "bands": draw(st.lists(_bands(rating), min_size=1, max_size=4)),
        }
        return details | ({"weights": draw(weights)} if draw(st.booleans()) else {})
    otherwise = {"otherwise": draw(rating)} if draw(st.booleans()) else {}
    if rule == "counting":
        common = sorted(set.intersection(*(set(one.names) for one in below)))
        count = _counts(names, common)
        row = st.fixed_dictionaries(
            {"rating": rating, "when": st.lists(count, min_size=1, max_size=2)}
        )
        return {"rows": draw(st.lists(row, min_size=1, max_size=4)), **otherwise}
    if rule == "table":
        return {
            "rows": draw(st.lists(_table_rows(names, rating, below), min_size=1, max_size=4)),
            **otherwise,
        }
    return {"ties": draw(ties)} if BY_NAME[rule].conventions else {}


@st.composite
def _bands(draw: st.DrawFn, rating: st.SearchStrategy[str]) -> dict[str, Any]:
    lower, upper = sorted([draw(FRACTIONS) * draw(st.sampled_from([1, 20])), draw(FRACTIONS) * 20])
    band: dict[str, Any] = {"rating": draw(rating)}
    if draw(st.booleans()):
        band["from" if lower == upper or draw(st.booleans()) else "above"] = lower
    if len(band) == 1 or draw(st.booleans()):
        band["to" if lower == upper or draw(st.booleans()) else "below"] = upper
    return band


@st.composite
def _counts(draw: st.DrawFn, names: tuple[str, ...], levels: list[str]) -> dict[str, Any]:
    comparison = draw(
        st.sampled_from(["at_least", "at_most", "exactly", "at_least_share", "at_most_share"])
    )
    share = comparison.endswith("share")
    number = (
        st.fractions(0, 1, max_denominator=4)
        if share
        else st.one_of(st.integers(0, 3), st.just("all"))
    )
    count: dict[str, Any] = {comparison: draw(number)}
    side = draw(st.sampled_from(["", "at", "at_or_above", "above", "at_or_below", "below"]))
    if side:
        count[side] = draw(st.sampled_from(levels))
    if draw(st.booleans()):
        count["among"] = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    return count


@st.composite
def _table_rows(
    draw: st.DrawFn, names: tuple[str, ...], rating: st.SearchStrategy[str], below: list[Scale]
) -> dict[str, Any]:
    when = {}
    for name in draw(st.lists(st.sampled_from(names), min_size=1, unique=True)):
        level = st.sampled_from(below[names.index(name)].names)
        cells: list[st.SearchStrategy[Any]] = [
            level,
            st.lists(level, min_size=1, max_size=2),
            st.fixed_dictionaries({"at_or_above": level}),
            st.fixed_dictionaries({"at_or_below": level}),
        ]
        when[name] = draw(st.one_of(cells))
    return {"when": when, "rating": draw(rating)}


SCALE = scale_of(0, 1, 2, 3)


def mean_of(inputs: int, with_missing: bool = True) -> Space:
    """The profiles of so many inputs of a mean, all on one scale of four levels."""
    names = tuple(f"i{place}" for place in range(inputs))
    step = step_of({"rule": "mean", "ties": "up"})
    return Space(step, names, (SCALE,) * inputs, SCALE, with_missing)
