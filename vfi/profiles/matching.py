"""Which row of a counting rule or a table each of many profiles falls into."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from vfi.profiles.space import MISSING, Matrix, Space
from vfi.rubric.models import Count, Counting, DecisionTable, Scale, TableRow
from vfi.synthesis.outcome import Entry
from vfi.synthesis.table import unmet

NO_ROW = -1


def counting_rows(step: Counting, space: Space, profiles: Matrix) -> Any:
    """The first row whose conditions all hold; `NO_ROW` where there is none."""
    import numpy as np

    rows = np.full(len(profiles), NO_ROW, dtype=np.int16)
    for place, row in enumerate(step.rows):
        fits = rows == NO_ROW
        for condition in row.when:
            fits &= _holds(condition, space, profiles)
        rows[fits] = place
    return rows


def table_rows(step: DecisionTable, space: Space, profiles: Matrix) -> Any:
    """The first row that fits; `NO_ROW` where there is none."""
    import numpy as np

    rows = np.full(len(profiles), NO_ROW, dtype=np.int16)
    for place, row in enumerate(step.rows):
        fits = rows == NO_ROW
        for child in row.when:
            column = space.names.index(child)
            fits &= _chosen(space.scales[column], _cell(row, child))[profiles[:, column]]
        rows[fits] = place
    return rows


def _cell(row: TableRow, child: str) -> Callable[[str, Scale], bool]:
    def fits(level: str, scale: Scale) -> bool:
        return child not in unmet(row, [Entry(child, level, scale.by_name[level].value, scale)])

    return fits


def _chosen(scale: Scale, is_meant: Callable[[str, Scale], bool]) -> Any:
    """For each entry of a profile whether it is meant; a missing one never is."""
    import numpy as np

    return np.array([False, *(is_meant(level, scale) for level in scale.names)])


def _holds(condition: Count, space: Space, profiles: Matrix) -> Any:
    import numpy as np

    found, judged = np.zeros((2, len(profiles)), dtype=np.int64)
    for place, (name, scale) in enumerate(zip(space.names, space.scales, strict=True)):
        if condition.among is None or name in condition.among:
            found += _chosen(scale, condition.selects)[profiles[:, place]]
            judged += profiles[:, place] != MISSING
    return _compared(condition, found, judged)


def _compared(condition: Count, found: Any, judged: Any) -> Any:
    comparison, number = condition.quantity
    some = True
    if number == "all":
        limit, some = judged, judged > 0
    elif isinstance(number, Fraction):
        found, limit, some = found * number.denominator, judged * number.numerator, judged > 0
    else:
        limit = number
    if comparison.startswith("at_least"):
        return (found >= limit) & some
    return (found <= limit) & some if comparison.startswith("at_most") else (found == limit) & some
