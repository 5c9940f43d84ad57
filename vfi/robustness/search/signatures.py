"""What a rule makes of the judgements of a criterion: count vectors with the same signature get the
same result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vfi.profiles.tabulated import UNDETERMINED_PLACE, Tabulated, Totals
from vfi.synthesis.outcome import Entry
from vfi.synthesis.rule import NumberRule, Rule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vfi.robustness.search.counts import Vectors
    from vfi.synthesis.scale import Scale


def signatures(
    step: Rule, judgement_scale: Scale, scale: Scale, counts: Vectors, with_value: bool = True
) -> NDArray[Any]:
    """A whole number per count vector, the same only where the rule gives the same result.

    Args:
        step: the step from judgements to a rating.
        judgement_scale: the scale of the judgements.
        scale: the scale of the rating.
        counts: a row per vector and a column per level, each row with the same sum, which is not 0.
        with_value: whether results with the same rating and another value are different.
    """
    alphabet = tuple(
        Entry("", level.name, level.value, judgement_scale) for level in judgement_scale.levels
    )
    tabulated = Tabulated.of(step, scale, [alphabet])
    totals = _totals(tabulated, counts)
    if with_value and isinstance(step, NumberRule):
        return _compact(step.mark(totals))
    return tabulated.places(totals, len(counts))[0] - UNDETERMINED_PLACE


def _totals(tabulated: Tabulated, counts: Vectors) -> Totals:
    import numpy as np

    number_type = tabulated.whole_type(int(counts[0].sum()))
    totals: dict[str, Any] = {}
    for name in tabulated.compared:
        numbers = np.array(tabulated.tables[name][0], dtype=number_type)
        if tabulated.multiplies(name):
            totals[name] = np.prod(numbers ** counts.astype(number_type), axis=1)
        else:
            totals[name] = counts.astype(number_type) @ numbers
    return totals


def _compact(marks: NDArray[Any]) -> NDArray[Any]:
    """The marks from 0 where they are a few whole numbers close to each other."""
    import numpy as np

    return np.asarray(marks - marks.min())
