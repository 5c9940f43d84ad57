"""Bands: a mean, a sum or a percentage between stated edges."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import NodeGroup, Plan, weight_unit
from vfi.relational.tables import PLACE, WHOLE, both, compared, whole

if TYPE_CHECKING:
    from vfi.synthesis.levels import Band
    from vfi.synthesis.rules.bands import Bands

HALF = Fraction(1, 2)


def bands(step: Bands, entries: ir.Table, group: NodeGroup, plan: Plan, unit: int) -> ir.Table:
    """The level of the first band that holds the quantity; none where no band does."""
    sums = entries.mutate(top=_tops(entries, group, plan, step)).group_by("scope", "node")
    totals = sums.aggregate(
        points=lambda rows: (rows.weight * rows.value).sum(),
        weights=lambda rows: rows.weight.sum(),
        highest=lambda rows: (rows.weight * rows.top).sum(),
    )
    numerator, denominator = {
        "sum": (totals.points, whole(unit * weight_unit(step)).cast(WHOLE)),
        "mean": (totals.points, totals.weights * whole(unit)),
        "percentage": (totals.points * whole(100 * plan.scales.unit), totals.highest * whole(unit)),
    }[step.on]
    quantity = totals.select("scope", "node", numerator=numerator, denominator=denominator)
    branches = [
        (
            _lies_in(band, quantity.numerator, quantity.denominator, step.rounded),
            ibis.literal(plan.scales.position(group.scale, band.rating), type=PLACE),
        )
        for band in step.bands
    ]
    position = ibis.cases(*branches, else_=ibis.null(PLACE)).cast(PLACE)
    return quantity.select("scope", "node", "numerator", "denominator", position=position)


def _tops(entries: ir.Table, group: NodeGroup, plan: Plan, step: Bands) -> Any:
    """The highest value that an input could have, on its own scale."""
    keys = plan.scales_of_inputs(group)
    if step.on == "percentage" and any(plan.scales.top(key) <= 0 for key in keys):
        raise CannotRecompute(
            f"a percentage of a highest possible sum of 0 or less, for {', '.join(group.nodes)}"
        )
    tops = ibis.cases(*((entries.scale == key, whole(plan.scales.top(key))) for key in keys))
    return tops.cast(WHOLE)


def _lies_in(band: Band, numerator: Any, denominator: Any, rounded: str) -> Any:
    """Whether the quantity, rounded first where the step says so, is inside a band.

    Nothing is rounded: each edge is moved to where rounding begins to reach it.
    """
    conditions = []
    if band.from_ is not None:
        conditions.append(
            compared(numerator, denominator, *_reaches(band.from_, rounded, or_equal=True))
        )
    if band.above is not None:
        conditions.append(
            compared(numerator, denominator, *_reaches(band.above, rounded, or_equal=False))
        )
    if band.to is not None:
        conditions.append(
            ~compared(numerator, denominator, *_reaches(band.to, rounded, or_equal=False))
        )
    if band.below is not None:
        conditions.append(
            ~compared(numerator, denominator, *_reaches(band.below, rounded, or_equal=True))
        )
    return both(conditions)


def _reaches(edge: Fraction, rounded: str, or_equal: bool) -> tuple[Fraction, bool]:
    """The quantity from which on the rounded one is above an edge or, where that counts, on it; and
    whether it is.
    """
    if rounded == "none":
        return edge, or_equal
    least = math.ceil(edge) if or_equal else math.floor(edge) + 1
    if rounded == "down":
        return Fraction(least), True
    if rounded == "up":
        return Fraction(least - 1), False
    return least - HALF, rounded == "half_up" or least % 2 == 0
