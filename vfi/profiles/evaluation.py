"""The rating of many profiles at once, exactly, by the decision of their step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vfi.profiles.space import MISSING, Matrix, Space
from vfi.profiles.tabulated import INSUFFICIENT_PLACE, NO_ROW, Places, Tabulated
from vfi.synthesis.outcome import Entry

CHUNK = 1 << 17


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


def evaluate(space: Space, profiles: Matrix) -> Ratings:
    """The outcome of each profile, as `synthesise` has it."""
    import numpy as np

    tabulated = Tabulated.of(space.step, space.scale, alphabets_of(space))
    parts = [
        _evaluate(space, tabulated, profiles[start : start + CHUNK])
        for start in range(0, len(profiles), CHUNK)
    ]
    positions = np.concatenate([part.places for part in parts])
    return Ratings(positions, np.concatenate([part.rows for part in parts]))


def alphabets_of(space: Space) -> list[tuple[Entry | None, ...]]:
    """What each input counts as at each entry of a profile; 0 is an input without a level."""
    stands_in, alphabets = space.step.stands_in, {}
    for name, scale in zip(space.names, space.scales, strict=True):
        key = (name, id(scale)) if space.step.by_name else ("", id(scale))
        if key not in alphabets:
            levels = [stands_in, *scale.names]
            alphabets[key] = tuple(
                None if level is None else Entry(name, level, scale.by_name[level].value, scale)
                for level in levels
            )
    return [
        alphabets[(name if space.step.by_name else "", id(scale))]
        for name, scale in zip(space.names, space.scales, strict=True)
    ]


def _evaluate(space: Space, tabulated: Tabulated, profiles: Matrix) -> Ratings:
    import numpy as np

    number_type = tabulated.whole_type()
    totals = {name: _total(tabulated, name, profiles, number_type) for name in tabulated.compared}
    positions, rows = tabulated.places(totals, len(profiles))
    judged = (profiles != MISSING).sum(axis=1)
    counting = len(space.names) if space.step.stands_in is not None else judged
    is_short = np.broadcast_to(np.equal(counting, 0), (len(profiles),))
    least = space.step.minimum_coverage
    if least is not None:
        is_short = is_short | (judged * least.denominator < least.numerator * len(space.names))
    positions[is_short], rows[is_short] = INSUFFICIENT_PLACE, NO_ROW
    return Ratings(positions, rows)


def _total(tabulated: Tabulated, name: str, profiles: Matrix, number_type: Any) -> Any:
    """The total of a feature for each profile."""
    import numpy as np

    tables = tabulated.tables[name]
    if tabulated.multiplies(name):
        product = np.ones(len(profiles), dtype=number_type)
        for column, table in enumerate(tables):
            product = product * np.array(table, dtype=number_type)[profiles[:, column]]
        return product
    total = np.zeros(len(profiles), dtype=number_type)
    for column, table in enumerate(tables):
        if any(table):
            total += np.array(table, dtype=number_type)[profiles[:, column]]
    return total
