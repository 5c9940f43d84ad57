"""Tables with many columns, divided so that each part fits on a page."""

from __future__ import annotations

from vfi.reporting.lettering import PAGE_WIDTH


def column_ranges(columns: int, most: int) -> list[range]:
    """The places of the columns, in as few parts as there can be, each about as long as the
    others.
    """
    parts = max(-(-columns // max(most, 1)), 1)
    return [range(columns * part // parts, columns * (part + 1) // parts) for part in range(parts)]


def most_columns(wished: float, first: float, narrowest: float) -> int:
    """How many columns of equal width fit beside the first one; all widths are in millimetres.

    Args:
        wished: the width that the longest word of the columns needs.
        first: the width of the first column.
        narrowest: the least width of a column.
    """
    return max(int((PAGE_WIDTH - first) / max(wished, narrowest)), 1)
