"""Conditions on levels and on counts of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from vfi.relational.tables import both, either
from vfi.synthesis.rules.table import Cell, LevelRange

if TYPE_CHECKING:
    from vfi.relational.plan import Plan
    from vfi.synthesis.count import Count
    from vfi.synthesis.levels import Selector


def at_levels(entries: ir.Table, selector: Selector, keys: Sequence[str], plan: Plan) -> Any:
    """Whether the level of an entry is one of those that a selector means; any is where it names
    none.

    Args:
        entries: a table with `scale` and `position`.
        selector: the levels meant.
        keys: the scales that the entries can be on.
        plan: the plan of the rubric.
    """
    if selector.selector is None:
        return ibis.literal(True)
    side, level = selector.selector
    return _on_each_scale(
        entries, keys, lambda key: _beside(entries, side, plan.scales.position(key, level))
    )


def in_cell(entries: ir.Table, cell: Cell, keys: Sequence[str], plan: Plan) -> Any:
    """Whether the level of an entry fits a cell of a decision table."""
    if isinstance(cell, LevelRange):
        side = "at_or_below" if cell.at_or_above is None else "at_or_above"
        level = cell.at_or_below if cell.at_or_above is None else cell.at_or_above
        return _on_each_scale(
            entries,
            keys,
            lambda key: _beside(entries, side, plan.scales.position(key, level or "")),
        )
    levels = (cell,) if isinstance(cell, str) else cell
    return _on_each_scale(entries, keys, lambda key: _among(entries, key, levels, plan))


def holds(condition: Count, selected: Any, judged: Any) -> Any:
    """Whether so many entries found of so many judged are what a condition asks for.

    `all` and shares speak of the judged entries and do not hold where there are none.
    """
    comparison, number = condition.quantity
    quantity, limit, needs_some = selected, number, ibis.literal(True)
    if isinstance(number, Fraction):
        quantity, limit, needs_some = (
            selected * number.denominator,
            judged * number.numerator,
            judged > 0,
        )
    elif number == "all":
        limit, needs_some = judged, judged > 0
    if comparison.startswith("at_least"):
        return needs_some & (quantity >= limit)
    return needs_some & (
        quantity <= limit if comparison.startswith("at_most") else quantity == limit
    )


def _on_each_scale(entries: ir.Table, keys: Sequence[str], condition: Any) -> Any:
    if len(keys) == 1:
        return condition(keys[0])
    return either(both([entries.scale == key, condition(key)]) for key in keys)


def _beside(entries: ir.Table, side: str, target: int) -> Any:
    position = entries.position
    return {
        "at": position == target,
        "at_or_above": position >= target,
        "above": position > target,
        "at_or_below": position <= target,
        "below": position < target,
    }[side]


def _among(entries: ir.Table, key: str, levels: Sequence[str], plan: Plan) -> Any:
    names = plan.scales.by_key[key].names
    return entries.position.isin([names.index(level) for level in levels if level in names])
