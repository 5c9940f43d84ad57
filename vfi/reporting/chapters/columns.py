"""Tables with many columns, divided so that each part fits on a page."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.reporting.lettering import PAGE_WIDTH


def column_ranges(columns: int, most: int) -> list[range]:
    """The places of the columns, in as few parts as there can be, each about as long as the
    others.
    """
    parts = max(-(-columns // max(most, 1)), 1)
    return [range(columns * part // parts, columns * (part + 1) // parts) for part in range(parts)]


def grouped_ranges(sizes: Sequence[int], most: int) -> list[range]:
    """The places of the columns in as few parts as there can be, where they stand in groups of
    these sizes: a group is divided only if it is too wide for a part of its own. The widest part is
    as narrow as can be.
    """
    fewest = len(_packed(sizes, most))
    widths = (width for width in range(1, most) if len(_packed(sizes, width)) == fewest)
    return _packed(sizes, next(widths, most))


def _packed(sizes: Sequence[int], most: int) -> list[range]:
    """As many groups as fit in a part, a part after the other."""
    ranges: list[range] = []
    start = 0
    for size in sizes:
        if ranges and start + size - ranges[-1].start <= most:
            ranges[-1] = range(ranges[-1].start, start + size)
        else:
            parts = column_ranges(size, most)
            ranges += [range(start + part.start, start + part.stop) for part in parts]
        start += size
    return ranges


def most_columns(wished: float, first: float, narrowest: float) -> int:
    """How many columns of equal width fit beside the first one; all widths are in millimetres.

    Args:
        wished: the width that the longest word of the columns needs.
        first: the width of the first column.
        narrowest: the least width of a column.
    """
    return max(int((PAGE_WIDTH - first) / max(wished, narrowest)), 1)
