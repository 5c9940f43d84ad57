"""A step in sentences, as a person would state it."""

from __future__ import annotations

from typing import assert_never

from vfi.synthesis.rounding import Ties
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
    Towards,
    WeightedMean,
    Worst,
)
from vfi.synthesis.wording import cell_in_words, condition_in_words, weights_in_words

ROUNDED = {
    "none": "",
    "half_up": ", rounded to a whole number, halves up",
    "half_even": ", rounded to a whole number, halves to the even one",
    "down": ", rounded down to a whole number",
    "up": ", rounded up to a whole number",
}
MULTIPLE = {"up": "the highest counts", "down": "the lowest counts"}


def step_in_words(step: AnyStep, what: str) -> str:
    """A few sentences that say how a step combines what is below it.

    Args:
        step: the step.
        what: what is below it, such as `the ratings of its criteria`.
    """
    return " ".join(part for part in (_rule(step, what), _missing(step), _coverage(step)) if part)


def _rule(step: AnyStep, what: str) -> str:  # noqa: C901 - one line a rule
    match step:
        case Mean():
            return f"The mean of {what}, {_nearest('mean', step.ties)}"
        case WeightedMean():
            return (
                f"The mean of {what} with the weights {weights_in_words(step.weights)}, "
                f"{_nearest('mean', step.ties)}"
            )
        case Median():
            even = "for an even number of them half way between the two middle ones"
            return f"The median of {what} ({even}), {_nearest('median', step.ties)}"
        case Mode():
            return (
                f"The most frequent of {what}; of several equally frequent ones {_several(step)}."
            )
        case Worst():
            return f"The worst of {what}."
        case Best():
            return f"The best of {what}."
        case Counting():
            return f"By counting {what}; the first that holds: {_counting_rows(step)}."
        case DecisionTable():
            return f"By a table of {what}; the first row that fits: {_table_rows(step)}."
        case Bands():
            return _bands(step, what)
        case _:
            assert_never(step)


def _nearest(what: str, ties: Ties) -> str:
    return f"taken to the nearest level; a {what} exactly half way between two levels {_tie(ties)}."


def _tie(ties: Ties) -> str:
    if isinstance(ties, Towards):
        return f"goes to the one nearer to {ties.towards}"
    return {
        "up": "goes to the higher",
        "down": "goes to the lower",
        "even": "goes to the even one",
    }[ties]


def _several(step: Mode) -> str:
    return (
        f"the one nearest to {step.ties.towards}"
        if isinstance(step.ties, Towards)
        else MULTIPLE[step.ties]
    )


def _counting_rows(step: Counting) -> str:
    rows = [
        f"{row.rating} if {' and '.join(map(condition_in_words, row.when))}" for row in step.rows
    ]
    return "; ".join([*rows, _otherwise(step)])


def _table_rows(step: DecisionTable) -> str:
    rows = [
        f"{row.rating} if "
        f"{' and '.join(cell_in_words(child, cell) for child, cell in row.when.items())}"
        for row in step.rows
    ]
    return "; ".join([*rows, _otherwise(step)])


def _otherwise(step: Counting | DecisionTable) -> str:
    return "otherwise undetermined" if step.otherwise is None else f"otherwise {step.otherwise}"


def _bands(step: Bands, what: str) -> str:
    quantity = {
        "mean": f"The mean of {what}",
        "sum": f"The sum of {what}",
        "percentage": f"The sum of {what} as a percentage of the highest possible sum",
    }[step.on]
    weights = f" with the weights {weights_in_words(step.weights)}" if step.weights else ""
    bands = "; ".join(f"{band.rating} {band.in_words}" for band in step.bands)
    return (
        f"{quantity}{weights}{ROUNDED[step.rounded]}, looked up in bands: {bands}; in none of them "
        "undetermined."
    )


def _missing(step: AnyStep) -> str:
    if isinstance(step.missing, MissingAs):
        return f"Insufficient evidence counts as {step.missing.level}."
    where = f"the {step.rule}" if step.rule in ("mean", "median") else "it"
    if step.rule == "weighted mean":
        return (
            "Insufficient evidence is left out, its weight shared among the others in proportion, "
            "and counted."
        )
    return f"Insufficient evidence is left out of {where} and counted."


def _coverage(step: AnyStep) -> str:
    if step.minimum_coverage is None:
        return ""
    otherwise = "insufficient evidence, or undetermined where that is why inputs have none"
    least = (
        "All inputs"
        if step.minimum_coverage == 1
        else f"At least {step.minimum_coverage} of the inputs"
    )
    return f"{least} must have a level; else the node is {otherwise}."
