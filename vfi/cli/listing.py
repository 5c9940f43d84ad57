"""Rows of one kind, such as the studies that there are, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.cli.options import Format
from vfi.cli.output import as_csv, as_json, columns


def listing(header: Sequence[str], rows: Sequence[Sequence[str]], format_: Format, right: Sequence[int] = ()) -> str:
    """The rows as text; `right` names the columns that a table aligns to the right."""
    match format_:
        case Format.JSON:
            return as_json([dict(zip(header, row, strict=True)) for row in rows])
        case Format.CSV:
            return as_csv([header, *rows])
        case Format.TABLE:
            return "\n".join(columns([tuple(name.capitalize() for name in header), *rows], right=right))
