"""Heads over several columns of a table, which WeasyPrint relates to the cells of the first column
only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vfi.reporting.split_tags import elements_in

if TYPE_CHECKING:
    from pikepdf import Object


def relate_spanning_heads(table: Object) -> None:
    """Have every cell of a table refer to all heads above it, if one is over several columns.

    Args:
        table: the structure element, its cells related to the heads of single columns.
    """
    parts = list(elements_in(table))
    rows = [row for part in parts if part.S == "/THead" for row in elements_in(part)]
    if all(_columns(cell) == 1 for row in rows for cell in elements_in(row)):
        return
    heads = _heads(rows)
    for part in parts:
        for row in elements_in(part):
            for cell in elements_in(row):
                if cell.S == "/TD":
                    _refer(cell, heads)


def _heads(rows: Sequence[Object]) -> dict[str, list[Object]]:
    """The ids of all heads over a column, the highest first, by that of the lowest; none by the ids
    of the others.
    """
    by_column: dict[int, list[Object]] = defaultdict(list)
    for row in rows:
        place = 0
        for cell in elements_in(row):
            for column in range(place, place + _columns(cell)):
                by_column[column] += [cell.ID] if "/ID" in cell else []
            place += _columns(cell)
    every: dict[str, list[Object]] = {
        str(head): [] for heads in by_column.values() for head in heads
    }
    return every | {str(heads[-1]): heads for heads in by_column.values() if heads}


def _refer(cell: Object, heads: Mapping[str, Sequence[Object]]) -> None:
    import pikepdf

    attributes = cell.get("/A")
    if attributes is not None and "/Headers" in attributes:
        named = {
            str(head): head for name in attributes.Headers for head in heads.get(str(name), (name,))
        }
        attributes.Headers = pikepdf.Array(named.values())


def _columns(cell: Object) -> int:
    attributes = cell.get("/A")
    return 1 if attributes is None else int(attributes.get("/ColSpan", 1))
