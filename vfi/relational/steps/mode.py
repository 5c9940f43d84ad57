"""The level that most inputs are at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.nearest import of_level, same_scale
from vfi.relational.tables import PLACE
from vfi.synthesis.choices import Towards

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan
    from vfi.synthesis.rules.mode import Mode


def mode(step: Mode, entries: ir.Table, group: NodeGroup, plan: Plan, _unit: int) -> ir.Table:
    """The most frequent level; of several, the one that `ties` says, and none where two are as
    good.
    """
    same_scale(group, plan)
    counts = entries.group_by("scope", "node", "position").aggregate(entries=entries.count())
    together = ibis.window(group_by=[counts.scope, counts.node])
    beside = counts.mutate(most=counts.entries.max().over(together))
    tied = beside.filter(beside.entries == beside.most)
    chosen = (
        _towards(step.ties, tied, group, plan)
        if isinstance(step.ties, Towards)
        else _extreme(step.ties, tied)
    )
    numerator, denominator = of_level(chosen.position, group, plan)
    return chosen.select("scope", "node", "position", numerator=numerator, denominator=denominator)


def _extreme(ties: str, tied: ir.Table) -> ir.Table:
    position = tied.position.max() if ties == "up" else tied.position.min()
    return tied.group_by("scope", "node").aggregate(position=position)


def _towards(ties: Towards, tied: ir.Table, group: NodeGroup, plan: Plan) -> ir.Table:
    target = plan.scales.position(group.scale, ties.towards)
    placed = tied.mutate(distance=(tied.position - target).abs())
    together = ibis.window(group_by=[placed.scope, placed.node])
    beside = placed.mutate(least=placed.distance.min().over(together))
    near = beside.filter(beside.distance == beside.least)
    nearest = near.group_by("scope", "node").aggregate(
        only=near.position.max(), levels=near.count()
    )
    return nearest.select(
        "scope", "node", position=ibis.ifelse(nearest.levels == 1, nearest.only, ibis.null(PLACE))
    )
