"""From what a rule found to the rating of a node: coverage, state, hurdles, and what the node above
takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.steps.nearest import of_level
from vfi.relational.tables import (
    EVERYWHERE,
    INSUFFICIENT,
    PLACE,
    RATED,
    UNDETERMINED,
    WHOLE,
    as_whole,
    flag,
    whole,
)

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan


def coverage(inputs: ir.Table) -> ir.Table:
    """For each scope and node how many inputs there are, rated, undetermined and counted, and the
    judgements below.
    """
    return inputs.group_by("scope", "node").aggregate(
        inputs=inputs.count(),
        given=inputs.given.sum(),
        unanswered=inputs.unanswered.sum(),
        counted=inputs.count(where=inputs.position.notnull()),
        judged=inputs.judged.sum(),
        missing=inputs.missing.sum(),
    )


def by_synthesis(group: NodeGroup, covered: ir.Table, ruled: ir.Table) -> ir.Table:
    """The nodes of a group before hurdles: what the rule found, unless too few inputs have a
    level.
    """
    joined = covered.left_join(ruled, ["scope", "node"])
    suffices = _suffices(group, joined)
    lacks_evidence = ~suffices & ~_would_suffice(group, joined)
    is_open = ~suffices | joined.position.isnull()
    state = ibis.cases((lacks_evidence, INSUFFICIENT), (is_open, UNDETERMINED), else_=RATED)
    return joined.select(
        scope=joined.scope,
        node=joined.node,
        state=state,
        before=ibis.ifelse(suffices, joined.position, ibis.null(PLACE)),
        numerator=ibis.ifelse(suffices, joined.numerator, ibis.null(WHOLE)),
        denominator=ibis.ifelse(suffices, joined.denominator, ibis.null(WHOLE)),
        judged=joined.judged,
        missing=joined.missing,
    )


def by_judgement(group: NodeGroup, plan: Plan, judged: ir.Table) -> ir.Table:
    """The nodes of single cases before hurdles: each at the level that the case was judged at."""
    rows = judged.filter(judged.node.isin(group.nodes))
    numerator, denominator = of_level(rows.position, group, plan)
    return rows.select(
        scope=rows.scope,
        node=rows.node,
        state=ibis.ifelse(rows.position.notnull(), RATED, INSUFFICIENT),
        before=rows.position,
        numerator=numerator,
        denominator=denominator,
        judged=flag(rows.position.notnull()),
        missing=flag(rows.position.isnull()),
    )


def after_hurdles(
    group: NodeGroup, plan: Plan, before: ir.Table, ceilings: ir.Table | None
) -> ir.Table:
    """The ratings of a group: limited by the hurdles that are triggered, with what the node above
    takes of them.
    """
    if ceilings is None:
        return _rated(group, plan, before, before.before, ibis.literal(False))
    joined = before.left_join(ceilings, ["scope", "node"])
    lowers = joined.ceiling < joined.before
    return _rated(group, plan, joined, ibis.ifelse(lowers, joined.ceiling, joined.before), lowers)


def _rated(group: NodeGroup, plan: Plan, nodes: ir.Table, position: Any, lowers: Any) -> ir.Table:
    value, unit = of_level(position, group, plan)
    score_numerator, score_denominator = _score(group, plan, nodes, lowers, (value, unit))
    return nodes.select(
        "scope",
        "node",
        "state",
        "numerator",
        "denominator",
        position=position,
        scale=ibis.literal(group.scale),
        value=value,
        score_numerator=score_numerator,
        score_denominator=score_denominator,
        judged=as_whole(nodes.judged),
        missing=as_whole(nodes.missing),
    )


def _score(
    group: NodeGroup, plan: Plan, nodes: ir.Table, lowers: Any, of_cap: tuple[Any, Any]
) -> tuple[Any, Any]:
    """What a node hands upwards when scores are asked for: its own value, or that of the level it
    was capped at.
    """
    is_rated = nodes.before.notnull()
    own_value = (nodes.numerator, nodes.denominator)
    if not plan.hurdles_of(group):
        return tuple(ibis.ifelse(is_rated, number, ibis.null(WHOLE)) for number in own_value)
    capped = lowers & (nodes.numerator * whole(plan.scales.unit) > of_cap[0] * nodes.denominator)
    return tuple(
        ibis.cases((capped, cap), (is_rated, number))
        for cap, number in zip(of_cap, own_value, strict=True)
    )


def _suffices(group: NodeGroup, joined: ir.Table) -> Any:
    minimum = None if group.step is None else group.step.minimum_coverage
    has_some = joined.counted > 0
    if minimum is None:
        return has_some
    return has_some & (joined.given * minimum.denominator >= joined.inputs * minimum.numerator)


def _would_suffice(group: NodeGroup, joined: ir.Table) -> Any:
    """Whether the evidence is there, and only the rules of inputs give no answer."""
    minimum = None if group.step is None else group.step.minimum_coverage
    has_some = joined.unanswered > 0
    if minimum is None:
        return has_some
    answered = joined.given + joined.unanswered
    return has_some & (answered * minimum.denominator >= joined.inputs * minimum.numerator)


def listed(ratings: ir.Table, levels: ir.Table, order: ir.Table) -> ir.Table:
    """Every rating with the name of its level, in the order of the rubric: those over all cases
    first.
    """
    level_names = levels.rename(level_scale="scale", level_position="position")
    joined = ratings.left_join(
        level_names,
        [ratings.scale == level_names.level_scale, ratings.position == level_names.level_position],
    ).inner_join(order, ratings.node == order.node_id)
    return joined.select(
        case_id=ratings.scope,
        node=ratings.node,
        state=ratings.state,
        rating=level_names.level,
        numerator=ratings.numerator,
        denominator=ratings.denominator,
        judged=ratings.judged,
        missing=ratings.missing,
        place=order.place,
    ).order_by("case_id", "place")


def scopes(cases: ir.Table) -> ir.Table:
    """What is rated: all cases together, and each of them."""
    return ibis.union(
        cases.aggregate(cases=cases.count()).select(scope=ibis.literal(EVERYWHERE)),
        cases.select(scope=cases.id),
    )


def judged(judgements: ir.Table, scales: ir.Table, levels: ir.Table) -> ir.Table:
    """Each judgement with the place and value of its level; null for insufficient evidence."""
    level_names = levels.rename(level_scale="scale", level_name="level")
    on_scale = judgements.inner_join(scales, judgements.criterion == scales.node)
    joined = on_scale.left_join(
        level_names,
        [on_scale.scale == level_names.level_scale, on_scale.level == level_names.level_name],
    )
    return joined.select("node", "scale", "position", "value", scope=joined.case_id)
