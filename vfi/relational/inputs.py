"""What goes into the rating of a node: judgements of all cases, or the ratings of the nodes
below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.tables import EVERYWHERE, UNDETERMINED, WHOLE, flag, whole
from vfi.synthesis.choices import MissingAs

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan


def of_judgements(group: NodeGroup, plan: Plan, judged: ir.Table) -> ir.Table:
    """An input for each judgement: scope, node, child, scale, position, value, weight and
    coverage.
    """
    rows = judged.filter(judged.node.isin(group.nodes))
    inputs = rows.select(
        scope=ibis.literal(EVERYWHERE),
        node=rows.node,
        child=rows.scope,
        scale=rows.scale,
        position=rows.position,
        value=rows.value,
        weight=ibis.literal(1).cast(WHOLE),
        given=flag(rows.position.notnull()),
        unanswered=flag(ibis.literal(False)),
        judged=flag(rows.position.notnull()),
        missing=flag(rows.position.isnull()),
    )
    return _with_missing(inputs, group, plan, plan.scales.unit)


def of_ratings(group: NodeGroup, plan: Plan, ratings: ir.Table, edges: ir.Table) -> ir.Table:
    """An input for each rated child, with the value of its level."""
    joined = _children(group, ratings, edges)
    return _with_missing(_entries(joined, joined.value), group, plan, plan.scales.unit)


def of_scores(
    group: NodeGroup,
    plan: Plan,
    ratings: ir.Table,
    edges: ir.Table,
    factors: ir.Table,
    denominator: int,
) -> ir.Table:
    """An input for each rated child, with its unrounded score over a denominator that all of them
    share.
    """
    children = _children(group, ratings, edges)
    joined = children.left_join(factors, children.score_denominator == factors.denominator)
    return _with_missing(
        _entries(joined, joined.score_numerator * joined.factor), group, plan, denominator
    )


def _children(group: NodeGroup, ratings: ir.Table, edges: ir.Table) -> ir.Table:
    below = edges.filter(edges.parent.isin(group.nodes))
    children = ratings.rename(child="node")
    return children.inner_join(below, children.child == below.child_id)


def _entries(joined: ir.Table, value: Any) -> ir.Table:
    return joined.select(
        scope=joined.scope,
        node=joined.parent,
        child=joined.child,
        scale=joined.scale,
        position=joined.position,
        value=value,
        weight=joined.weight,
        given=flag(joined.position.notnull()),
        unanswered=flag(joined.state == UNDETERMINED),
        judged=joined.judged,
        missing=joined.missing,
    )


def _with_missing(inputs: ir.Table, group: NodeGroup, plan: Plan, denominator: int) -> ir.Table:
    """The inputs, those without a level at the one that stands for it where the step says so."""
    assert group.step is not None  # noqa: S101 - a group without a step has no inputs
    if not isinstance(group.step.missing, MissingAs):
        return inputs
    level = group.step.missing.level
    keys = plan.scales_of_inputs(group)
    positions = [plan.scales.position(key, level) for key in keys]
    units = denominator // plan.scales.unit
    values = [
        plan.scales.values(key)[position] * units
        for key, position in zip(keys, positions, strict=True)
    ]
    return inputs.mutate(
        position=inputs.position.coalesce(_by_scale(inputs, keys, positions)),
        value=inputs.value.coalesce(_by_scale(inputs, keys, values).cast(WHOLE)),
    )


def _by_scale(inputs: ir.Table, keys: Sequence[str], numbers: Sequence[int]) -> Any:
    """The number that goes with the scale of an input."""
    pairs = zip(keys, numbers, strict=True)
    return ibis.cases(*((inputs.scale == key, whole(number)) for key, number in pairs))
