"""Which levels a step names, and where."""

from __future__ import annotations

from collections.abc import Iterator

from vfi.inputs.yaml import Path
from vfi.rubric.models import (
    AnyStep,
    Bands,
    Cell,
    Counting,
    DecisionTable,
    LevelRange,
    MissingAs,
    Towards,
)

Named = tuple[Path, str, str | None, bool]


def levels_named(step: AnyStep) -> Iterator[Named]:
    """Every level that a step names: its path in the step, the level, and whose level it is.

    The third part is the child that the level is about, None for all inputs; the fourth is whether
    it is a level of the rating instead.
    """
    if isinstance(step.missing, MissingAs):
        yield ("missing", "as"), step.missing.level, None, False
    ties = getattr(step, "ties", None)
    if isinstance(ties, Towards):
        yield ("ties", "towards"), ties.towards, None, True
    if isinstance(step, Bands):
        yield from (
            (("bands", i, "rating"), band.rating, None, True) for i, band in enumerate(step.bands)
        )
    if isinstance(step, Counting):
        yield from _counting(step)
    if isinstance(step, DecisionTable):
        yield from _table(step)


def _counting(step: Counting) -> Iterator[Named]:
    for i, row in enumerate(step.rows):
        yield ("rows", i, "rating"), row.rating, None, True
        for j, count in enumerate(row.when):
            if count.selector is None:
                continue
            side, level = count.selector
            for child in count.among or (None,):
                yield ("rows", i, "when", j, side), level, child, False
    if step.otherwise is not None:
        yield ("otherwise",), step.otherwise, None, True


def _table(step: DecisionTable) -> Iterator[Named]:
    for i, row in enumerate(step.rows):
        yield ("rows", i, "rating"), row.rating, None, True
        for child, cell in row.when.items():
            for path, level in _cell(cell):
                yield ("rows", i, "when", child, *path), level, child, False
    if step.otherwise is not None:
        yield ("otherwise",), step.otherwise, None, True


def _cell(cell: Cell) -> Iterator[tuple[Path, str]]:
    if isinstance(cell, str):
        yield (), cell
    elif isinstance(cell, LevelRange):
        sides = (("at_or_above", cell.at_or_above), ("at_or_below", cell.at_or_below))
        yield from (((side,), level) for side, level in sides if level is not None)
    else:
        yield from (((place,), level) for place, level in enumerate(cell))
