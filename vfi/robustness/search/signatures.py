"""What a rule looks at in the judgements of a criterion: count vectors with the same signature get
the same rating.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, assert_never

from vfi.rubric import AnyStep, Scale
from vfi.rubric.models import (
    Bands,
    Best,
    Counting,
    DecisionTable,
    Mean,
    Median,
    Mode,
    WeightedMean,
    Worst,
)
from vfi.synthesis.counting import holds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vfi.robustness.search.counts import Vectors


def signatures(step: AnyStep, scale: Scale, counts: Vectors) -> NDArray[Any]:
    """A whole number per count vector, the same only where the rule cannot but give the same
    result.

    Args:
        step: the step from judgements to a rating.
        scale: the scale of the judgements.
        counts: a row per vector and a column per level, each row with the same sum, which is not 0.
    """
    import numpy as np

    match step:
        case Mean() | Bands():
            return _sums(scale, counts)
        case Median():
            return _middles(counts)
        case Mode():
            most = counts == counts.max(axis=1, keepdims=True)
            return np.asarray(most @ (1 << np.arange(counts.shape[1])))
        case Worst():
            return np.asarray((counts > 0).argmax(axis=1))
        case Best():
            return np.asarray((counts[:, ::-1] > 0).argmax(axis=1))
        case Counting():
            return _rows(step, scale, counts)
        case WeightedMean() | DecisionTable():
            raise ValueError(f"the rule {step.rule} is not one for judgements")
        case _:
            assert_never(step)


def unit_of(scale: Scale) -> int:
    """How many parts a whole has, for the value of every level to be a whole number of parts."""
    return math.lcm(*(level.value.denominator for level in scale.levels))


def _sums(scale: Scale, counts: Vectors) -> NDArray[Any]:
    import numpy as np

    unit = unit_of(scale)
    values = [int(level.value * unit) for level in scale.levels]
    largest = max(map(abs, values)) * int(counts[0].sum())
    kind: Any = np.int64 if largest < 2**62 else object
    return np.asarray(counts @ np.array(values, dtype=kind))


def _middles(counts: Vectors) -> NDArray[Any]:
    import numpy as np

    total, levels = int(counts[0].sum()), counts.shape[1]
    cumulated = np.cumsum(counts, axis=1)
    lower, upper = ((cumulated <= place).sum(axis=1) for place in ((total - 1) // 2, total // 2))
    return np.asarray(lower * levels + upper)


def _rows(step: Counting, scale: Scale, counts: Vectors) -> NDArray[Any]:
    """Which row of the counting rule applies first; the number of rows where none does."""
    import numpy as np

    total = int(counts[0].sum())
    first = np.full(len(counts), len(step.rows))
    for place, row in reversed(list(enumerate(step.rows))):
        applies = np.ones(len(counts), dtype=bool)
        for condition in row.when:
            meant = [condition.selects(name, scale) for name in scale.names]
            verdicts = np.array([holds(condition, found, total) for found in range(total + 1)])
            applies &= verdicts[counts[:, meant].sum(axis=1)]
        first[applies] = place
    return first
