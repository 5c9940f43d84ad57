"""The share of weightings of what is below a node under which each level results.

Exact: for weights that are uniform on the simplex, the chance that a weighted mean exceeds a value
is a divided difference of a truncated power over the values (Curry and Schoenberg 1966, On Polya
frequency functions IV), which is a rational number.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from vfi.synthesis.step import counted, synthesise

if TYPE_CHECKING:
    from vfi.scoring.models import Node, Scorecard


@dataclass(frozen=True, slots=True)
class Acceptability:
    """The share of all weightings under which a node gets each level, the lowest first; only levels
    that it can get.
    """

    node: str
    shares: Mapping[str, Fraction]


def find_acceptabilities(scorecard: Scorecard) -> tuple[Acceptability, ...]:
    """For each node above the criteria that is a mean, weighted or not, of two children or more
    with a level.
    """
    rubric = scorecard.study.rubric
    return tuple(
        Acceptability(node.id, _shares(node))
        for node in scorecard.nodes.values()
        if node.id not in rubric.judged
        and node.step.is_weighted_average
        and node.rating is not None
        and len(counted(node.step, node.inputs, node.scale)) > 1
    )


def share_above(values: Sequence[Fraction], threshold: Fraction) -> Fraction:
    """The share of weightings under which the weighted mean of values, which are not all equal,
    exceeds a threshold.
    """
    knots = sorted(values)
    power = len(knots) - 1
    row = [_derivative(knot, threshold, power, 0) for knot in knots]
    for order in range(1, len(knots)):
        row = [
            _derivative(knots[i], threshold, power, order)
            if knots[i] == knots[i + order]
            else (row[i + 1] - row[i]) / (knots[i + order] - knots[i])
            for i in range(len(row) - 1)
        ]
    return row[0]


def _derivative(knot: Fraction, threshold: Fraction, power: int, order: int) -> Fraction:
    """A derivative of the truncated power, divided by the factorial of its order."""
    return math.comb(power, order) * max(knot - threshold, Fraction(0)) ** (power - order)


def _shares(node: Node) -> dict[str, Fraction]:
    values = [entry.value for entry in counted(node.step, node.inputs, node.scale)]
    if len(set(values)) == 1:
        rating = synthesise(node.step, node.inputs, node.scale).rating or ""
        return {_limited(rating, node): Fraction(1)}
    levels = node.scale.levels
    edges = [(below.value + above.value) / 2 for below, above in pairwise(levels)]
    above = [Fraction(1), *(share_above(values, edge) for edge in edges), Fraction(0)]
    shares: dict[str, Fraction] = {}
    for position, level in enumerate(levels):
        name = _limited(level.name, node)
        shares[name] = shares.get(name, Fraction(0)) + above[position] - above[position + 1]
    return {name: share for name, share in shares.items() if share}


def _limited(level: str, node: Node) -> str:
    for outcome in node.hurdles:
        if outcome.triggered:
            level = outcome.hurdle.lowers(level, node.scale) or level
    return level
