"""Things of one kind, such as the studies that there are, one a row."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.cli.answer import Answer
from vfi.cli.terminal.blocks import Table


def listing(
    header: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()
) -> Answer:
    """The rows as an answer; `right` names the columns that a table aligns to the right.

    The last column is a path, which a table for reading has only where there is room for it.
    """
    table = [tuple(name.capitalize() for name in header), *rows]
    return Answer(
        document=lambda: [dict(zip(header, row, strict=True)) for row in rows],
        rows=lambda: [header, *rows],
        text=lambda: [Table(table, right=right, is_last_spare=True)],
    )
