"""Rows of one kind, such as the studies that there are, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.cli.output import Destination
from vfi.cli.terminal.blocks import Table


def deliver_listing(
    answer: Destination,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Sequence[int] = (),
) -> None:
    """Print or write the rows; `right` names the columns that a table aligns to the right.

    The last column is a path, which a table for reading has only where there is room for it.
    """
    table = [tuple(name.capitalize() for name in header), *rows]
    answer.deliver(
        table=lambda: [Table(table, right=right, is_last_spare=True)],
        json=lambda: [dict(zip(header, row, strict=True)) for row in rows],
        csv=lambda: [header, *rows],
    )
