"""Hurdles: the highest level that those which are triggered leave possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import NodeGroup, Plan, counted_by, looked_at
from vfi.relational.steps.conditions import at_levels, holds
from vfi.relational.tables import EVERYWHERE, PLACE, both, one_below_the_other
from vfi.synthesis.conditions.count import CountCondition
from vfi.synthesis.conditions.failure import FailureCondition
from vfi.synthesis.conditions.node import NodeCondition

if TYPE_CHECKING:
    from vfi.synthesis.condition import Condition
    from vfi.synthesis.hurdles import Hurdle


def triggered(
    hurdle: Hurdle, plan: Plan, scopes: ir.Table, ratings: ir.Table | None, failures: ir.Table
) -> ir.Table:
    """The scopes in which all conditions of a hurdle hold.

    Args:
        hurdle: the hurdle.
        plan: the plan of the rubric.
        scopes: each case, and all of them together.
        ratings: the ratings of the nodes that the hurdle looks at; None where it looks at none.
        failures: the failure indicators recorded for each case.
    """
    joined = scopes
    if ratings is not None:
        looked = ratings.filter(
            ratings.node.isin(looked_at(hurdle, plan.rubric)), ratings.position.notnull()
        )
        counts = looked.group_by("scope").aggregate(**dict(_counts(hurdle, plan, looked)))
        joined = joined.left_join(counts, "scope").drop("scope_right")
    if any(isinstance(condition, FailureCondition) for condition in hurdle.when):
        joined = joined.left_join(_recorded(hurdle, failures), "scope").drop("scope_right")
    conditions = [
        _holds(condition, f"_{number}", joined) for number, condition in enumerate(hurdle.when)
    ]
    return joined.filter(both(conditions)).select("scope")


def ceilings(group: NodeGroup, plan: Plan, hurdles: list[tuple[Hurdle, ir.Table]]) -> ir.Table:
    """The lowest of the levels that the hurdles triggered leave possible, for each scope and node
    of a group.

    Args:
        group: the nodes.
        plan: the plan of the rubric.
        hurdles: each hurdle of one of the nodes, with the scopes in which it is triggered.
    """
    every = [
        scopes.select(
            scope=scopes.scope,
            node=ibis.literal(hurdle.node),
            ceiling=ibis.literal(_ceiling(hurdle, group, plan), type=PLACE),
        )
        for hurdle, scopes in hurdles
    ]
    rows = one_below_the_other(every)
    return rows.group_by("scope", "node").aggregate(ceiling=rows.ceiling.min())


def _ceiling(hurdle: Hurdle, group: NodeGroup, plan: Plan) -> int:
    return 0 if hurdle.cap is None else plan.scales.position(group.scale, hurdle.cap)


def _counts(hurdle: Hurdle, plan: Plan, looked: ir.Table) -> Iterator[tuple[str, Any]]:
    """For each condition on levels how many nodes are at those meant, and of how many that have a
    level.
    """
    for number, condition in enumerate(hurdle.when):
        if isinstance(condition, FailureCondition):
            continue
        if not isinstance(condition, NodeCondition | CountCondition):
            raise CannotRecompute(f"there is no query for a condition of the hurdle {hurdle.id}")
        nodes: tuple[str, ...]
        if isinstance(condition, NodeCondition):
            nodes = (condition.node,)
        else:
            nodes = tuple(counted_by(condition, hurdle, plan.rubric))
        keys = tuple(dict.fromkeys(key for node in nodes for key in plan.scales_of_node(node)))
        is_meant = looked.node.isin(nodes)
        yield f"judged_{number}", looked.count(where=is_meant)
        yield (
            f"found_{number}",
            looked.count(where=both([is_meant, at_levels(looked, condition, keys, plan)])),
        )


def _recorded(hurdle: Hurdle, failures: ir.Table) -> ir.Table:
    """For each condition on a failure how many cases it is recorded for, in each case and over
    all.
    """
    of_cases = failures.select(scope=failures.case_id, failure=failures.failure)
    over_all = failures.select(scope=ibis.literal(EVERYWHERE), failure=failures.failure)
    rows = ibis.union(of_cases, over_all)
    columns = {
        f"cases_{number}": rows.count(where=rows.failure == condition.failure)
        for number, condition in enumerate(hurdle.when)
        if isinstance(condition, FailureCondition)
    }
    return rows.group_by("scope").aggregate(**columns)


def _holds(condition: Condition, suffix: str, counts: ir.Table) -> Any:
    match condition:
        case NodeCondition():
            return counts["found" + suffix].coalesce(0) == 1
        case CountCondition():
            return holds(
                condition,
                counts["found" + suffix].coalesce(0),
                counts["judged" + suffix].coalesce(0),
            )
        case FailureCondition():
            needed = ibis.ifelse(counts.scope == EVERYWHERE, condition.cases, 1)
            return counts["cases" + suffix].coalesce(0) >= needed
        case _:
            raise CannotRecompute(f"there is no query for the condition {condition.sentence}")
