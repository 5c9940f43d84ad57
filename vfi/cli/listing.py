"""Things of one kind, such as the studies that there are, one a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vfi.cli.answer import Answer
from vfi.cli.terminal.blocks import Table


def listing(
    columns: Sequence[str], things: Sequence[Mapping[str, object]], right: Sequence[int] = ()
) -> Answer:
    """The things as an answer.

    Args:
        columns: what is told of each; the last is a path, which a table for reading has only where
            there is room for it.
        things: the things, with text for each column.
        right: the columns that a table aligns to the right.
    """
    rows = [tuple(str(thing[column]) for column in columns) for thing in things]
    table = [tuple(column.capitalize() for column in columns), *rows]
    return Answer(
        document=lambda: things,
        rows=lambda: [columns, *rows],
        text=lambda: [Table(table, right=right, is_last_spare=True)],
    )
