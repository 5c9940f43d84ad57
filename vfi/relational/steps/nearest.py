"""The level nearest to a fraction, and the value of a level."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import ibis

from vfi.relational.errors import CannotRecompute
from vfi.relational.tables import PLACE, WHOLE, compared, flag, whole
from vfi.synthesis.choices import Towards

if TYPE_CHECKING:
    from vfi.relational.plan import NodeGroup, Plan
    from vfi.synthesis.scale import Scale


def nearest_level(
    numerator: Any, denominator: Any, group: NodeGroup, plan: Plan, ties: str | Towards
) -> Any:
    """The position of the level nearest to a fraction: how many thresholds between levels it has
    passed.
    """
    scale = plan.scales.by_key[group.scale]
    passed = [
        flag(compared(numerator, denominator, threshold, goes_to_higher(position, scale, ties)))
        for position, threshold in enumerate(plan.scales.thresholds(group.scale))
    ]
    return reduce(lambda total, addend: total + addend, passed).cast(PLACE)


def goes_to_higher(position: int, scale: Scale, ties: str | Towards) -> bool:
    """Whether a tie between the level at a place and the next one is the next one's.

    Raises:
        CannotRecompute: neither of the two, or both, have an even value.
    """
    if isinstance(ties, Towards):
        return scale.names.index(ties.towards) > position
    if ties != "even":
        return ties == "up"
    low, high = scale.levels[position], scale.levels[position + 1]
    is_even = [
        level.value.denominator == 1 and level.value.numerator % 2 == 0 for level in (low, high)
    ]
    if is_even[0] == is_even[1]:
        raise CannotRecompute(
            f"a tie between {low.name} and {high.name} has no even level to go to"
        )
    return is_even[1]


def of_level(position: Any, group: NodeGroup, plan: Plan) -> tuple[Any, Any]:
    """The value of the level at a position, as numerator and denominator; null where there is
    none.
    """
    values = plan.scales.values(group.scale)
    value = ibis.cases(*((position == index, whole(value)) for index, value in enumerate(values)))
    unit = ibis.ifelse(position.notnull(), whole(plan.scales.unit), ibis.null(PLACE))
    return value.cast(WHOLE), unit.cast(WHOLE)


def same_scale(group: NodeGroup, plan: Plan) -> None:
    """Make sure that the levels of the inputs are those of the ratings.

    Raises:
        CannotRecompute: they are on another scale.
    """
    for key in plan.scales_of_inputs(group):
        if plan.scales.by_key[key] != plan.scales.by_key[group.scale]:
            rule = group.step.rule if group.step else ""
            raise CannotRecompute(
                f"{rule} of levels on the scale {key} cannot give {', '.join(group.nodes)} "
                f"a level on the scale {group.scale}"
            )
