"""The rating of many profiles at once, in whole numbers throughout.

`vfi.synthesis.synthesise` is the authority on what a step makes of its inputs; what is here says
the same faster. Values and weights are multiplied by their common denominators, so that every
comparison is one of whole numbers: of 64 bits where they all fit, and of Python's own otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, assert_never

from vfi.profiles.matching import NO_ROW, counting_rows, table_rows
from vfi.profiles.space import MISSING, Matrix, Space
from vfi.rubric.models import (
    Band,
    Bands,
    Best,
    Counting,
    DecisionTable,
    Mean,
    Median,
    MissingAs,
    Mode,
    Scale,
    WeightedMean,
    Worst,
)
from vfi.synthesis.rounding import Ties, goes_up

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.int16]
else:
    Places = Any

INSUFFICIENT_PLACE = -1
UNDETERMINED_PLACE = -2

CHUNK = 1 << 17
WHOLE_BITS = 62


@dataclass(frozen=True, slots=True)
class Ratings:
    """The outcome of each profile of a matrix.

    Attributes:
        places: the place of the rating on the scale; -1 for insufficient evidence, -2 for
            undetermined.
        rows: the row or band that gave it; `NO_ROW` for none.
    """

    places: Places
    rows: Places


@dataclass(frozen=True, slots=True)
class Quantities:
    """A number per profile as numerator and denominator; the denominators are above 0."""

    numerators: Any
    denominators: Any


def evaluate(space: Space, profiles: Matrix) -> Ratings:
    """The outcome of each profile, as `synthesise` has it."""
    import numpy as np

    parts = [
        _evaluate(space, profiles[start : start + CHUNK])
        for start in range(0, len(profiles), CHUNK)
    ]
    places = np.concatenate([part.places for part in parts])
    return Ratings(places, np.concatenate([part.rows for part in parts]))


def _evaluate(space: Space, profiles: Matrix) -> Ratings:
    import numpy as np

    step = space.step
    counted = _counted(space, profiles)
    places, rows = _by_rule(space, counted)
    short = (counted == MISSING).all(axis=1)
    if step.minimum_coverage is not None:
        judged = (profiles != MISSING).sum(axis=1)
        short |= judged * step.minimum_coverage.denominator < step.minimum_coverage.numerator * len(
            space.names
        )
    places = np.where(short, INSUFFICIENT_PLACE, places).astype(np.int16)
    return Ratings(places, np.where(short, NO_ROW, rows).astype(np.int16))


def _counted(space: Space, profiles: Matrix) -> Matrix:
    """The profiles with missing inputs at the level that stands for them, if one does."""
    import numpy as np

    missing = space.step.missing
    if not isinstance(missing, MissingAs):
        return profiles
    standing = np.array(
        [scale.positions[missing.level] + 1 for scale in space.scales], dtype=np.int8
    )
    return np.where(profiles == MISSING, standing, profiles)


def _by_rule(space: Space, profiles: Matrix) -> tuple[Any, Any]:
    step = space.step
    match step:
        case Mean() | WeightedMean():
            return _nearest(_weighted(space, profiles, "mean"), space.scale, step.ties), NO_ROW
        case Median():
            return _nearest(_median(space, profiles), space.scale, step.ties), NO_ROW
        case Mode():
            return _mode(step, space, profiles), NO_ROW
        case Worst() | Best():
            return _extreme(step, space, profiles), NO_ROW
        case Counting():
            rows = counting_rows(step, space, profiles)
            return _ratings_of_rows(
                rows, [row.rating for row in step.rows], step.otherwise, space.scale
            ), rows
        case DecisionTable():
            rows = table_rows(step, space, profiles)
            return _ratings_of_rows(
                rows, [row.rating for row in step.rows], step.otherwise, space.scale
            ), rows
        case Bands():
            rows = _bands(step, _whole(_weighted(space, profiles, step.on), step.rounded))
            return _ratings_of_rows(
                rows, [band.rating for band in step.bands], None, space.scale
            ), rows
        case _:
            assert_never(step)


def _ratings_of_rows(
    rows: Places, ratings: Sequence[str], otherwise: str | None, scale: Scale
) -> Places:
    """The rating that each row gives; the last entry, which -1 picks, is that of no row."""
    import numpy as np

    last = UNDETERMINED_PLACE if otherwise is None else scale.positions[otherwise]
    return np.array([*(scale.positions[rating] for rating in ratings), last], dtype=np.int16)[rows]


def _common(numbers: Iterable[Fraction]) -> int:
    return math.lcm(*(number.denominator for number in numbers))


def _weighted(space: Space, profiles: Matrix, on: str) -> Quantities:
    """The weighted mean, sum or percentage of the highest possible sum."""
    import numpy as np

    given = getattr(space.step, "weights", None)
    shares = [Fraction(1) if given is None else given[name] for name in space.names]
    values = _common(level.value for scale in space.scales for level in scale.levels)
    common = _common(shares)
    weights = [int(share * common) for share in shares]
    whole = _whole_type(space, (sum(weights) + common) * values * 100)
    total, weight, top = (np.zeros(len(profiles), dtype=whole) for _ in range(3))
    for place, (scale, by) in enumerate(zip(space.scales, weights, strict=True)):
        points = [int(level.value * values) * by for level in scale.levels]
        column = profiles[:, place]
        total += np.array([0, *points], dtype=whole)[column]
        present = np.array([0] + [1] * len(points), dtype=whole)[column]
        weight += present * by
        top += present * points[-1]
    if on == "sum":
        return Quantities(total, np.full(len(profiles), common * values, dtype=whole))
    if on == "percentage":
        return Quantities(total * 100, np.where(top == 0, 1, top))
    return Quantities(total, np.where(weight == 0, 1, weight) * values)


def _whole_type(space: Space, factor: int) -> Any:
    """64 bits where no product in a comparison can overflow them, else Python's own whole
    numbers.
    """
    import numpy as np

    edges = [level.value for scale in (*space.scales, space.scale) for level in scale.levels]
    for band in getattr(space.step, "bands", ()):
        edges += [edge[0] for edge in (band.lower, band.upper) if edge is not None]
    largest = max(max(abs(edge.numerator), edge.denominator) for edge in edges)
    return np.int64 if factor * 4 * (largest + 1) ** 3 < 1 << WHOLE_BITS else object


def _nearest(value: Quantities, scale: Scale, ties: Ties) -> Any:
    """The place of the level that each value is nearest to."""
    import numpy as np

    reached = np.zeros(len(value.numerators), dtype=np.int16)
    for place, (below, above) in enumerate(zip(scale.levels, scale.levels[1:], strict=False)):
        reached += _is_beyond(value, (below.value + above.value) / 2, goes_up(place, scale, ties))
    return reached


def _is_beyond(value: Quantities, edge: Fraction, included: bool) -> Any:
    """Whether each value is above an edge, or on it where it is included."""
    left, right = value.numerators * edge.denominator, value.denominators * edge.numerator
    return ((left >= right) if included else (left > right)).astype(bool)


def _median(space: Space, profiles: Matrix) -> Quantities:
    import numpy as np

    common = _common(level.value for scale in space.scales for level in scale.levels)
    whole = _whole_type(space, common * 4)
    highest = max(int(scale.top.value * common) for scale in space.scales)
    values = np.empty(profiles.shape, dtype=whole)
    for place, scale in enumerate(space.scales):
        points = [highest + 1, *(int(level.value * common) for level in scale.levels)]
        values[:, place] = np.array(points, dtype=whole)[profiles[:, place]]
    values.sort(axis=1)
    judged = (profiles != MISSING).sum(axis=1)
    every = np.arange(len(profiles))
    lower = values[every, np.maximum(judged - 1, 0) // 2]
    upper = values[every, np.minimum(judged // 2, len(space.names) - 1)]
    return Quantities(lower + upper, np.full(len(profiles), 2 * common, dtype=whole))


def _mode(step: Mode, space: Space, profiles: Matrix) -> Any:
    import numpy as np

    size = len(space.scale.levels)
    counts = np.stack([(profiles == symbol).sum(axis=1) for symbol in range(1, size + 1)], axis=1)
    tied = counts == counts.max(axis=1, keepdims=True)
    if step.ties == "down":
        return tied.argmax(axis=1)
    if step.ties == "up":
        return size - 1 - tied[:, ::-1].argmax(axis=1)
    distances = np.abs(np.arange(size) - space.scale.positions[step.ties.towards])
    distances = np.where(tied, distances, size)
    nearest = distances.argmin(axis=1)
    several = (distances == distances.min(axis=1, keepdims=True)).sum(axis=1) > 1
    return np.where(several, UNDETERMINED_PLACE, nearest)


def _extreme(step: Worst | Best, space: Space, profiles: Matrix) -> Any:
    import numpy as np

    if isinstance(step, Best):
        return profiles.max(axis=1) - 1
    return np.where(profiles == MISSING, len(space.scale.levels) + 1, profiles).min(axis=1) - 1


def _whole(value: Quantities, rounded: str) -> Quantities:
    """The values as whole numbers, by the convention named."""
    import numpy as np

    if rounded == "none":
        return value
    below = value.numerators // value.denominators
    twice = 2 * (value.numerators - below * value.denominators)
    goes = {
        "down": twice < 0,
        "up": twice > 0,
        "half_up": twice >= value.denominators,
        "half_even": (twice > value.denominators)
        | ((twice == value.denominators) & (below % 2 == 1)),
    }[rounded]
    return Quantities(below + goes.astype(int), np.ones(len(below), dtype=below.dtype))


def _bands(step: Bands, value: Quantities) -> Any:
    """The first band that holds each value; `NO_ROW` where none does."""
    import numpy as np

    rows = np.full(len(value.numerators), NO_ROW, dtype=np.int16)
    for place, band in enumerate(step.bands):
        rows[(rows == NO_ROW) & _held(band, value)] = place
    return rows


def _held(band: Band, value: Quantities) -> Any:
    import numpy as np

    held = np.ones(len(value.numerators), dtype=bool)
    if band.lower is not None:
        held &= _is_beyond(value, band.lower[0], band.lower[1])
    if band.upper is not None:
        held &= ~_is_beyond(value, band.upper[0], not band.upper[1])
    return held
