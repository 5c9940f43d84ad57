"""Rows of text as a data frame of pandas or polars, whichever is there; vfi needs neither."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from vfi.problems import UserError, not_known

Cells = list[list[Any]]


def frame_of(
    rows: Sequence[Sequence[str]], words: Collection[str], library: str | None = None
) -> Any:
    """Rows as a data frame, of which a cell without a number is missing.

    Args:
        rows: the rows, the header first.
        words: the columns that hold words, whatever these look like: a case may be called 2. The
            others hold numbers.
        library: `pandas` or `polars`; the first of them that is installed where none is named.

    Raises:
        UserError: the library is not installed, or neither is.
    """
    makers: Mapping[str, Callable[[Sequence[str], Cells], Any]] = {
        "pandas": _pandas,
        "polars": _polars,
    }
    if library is not None and library not in makers:
        raise UserError(not_known("library of data frames", library, makers))
    for name in makers if library is None else (library,):
        if find_spec(name) is not None:
            header, *lines = rows
            return makers[name](header, [_typed(header, line, words) for line in lines])
    if library is None:
        raise UserError("a data frame takes pandas or polars, and neither is installed")
    raise UserError(f"{library} is not installed; a data frame takes pandas or polars")


def _typed(header: Sequence[str], line: Sequence[str], words: Collection[str]) -> list[Any]:
    cells = zip(header, line, strict=True)
    return [text if column in words else _number(text) for column, text in cells]


def _number(text: str) -> float | int | None:
    if not text:
        return None
    return float(text) if "." in text else int(text)


def _pandas(header: Sequence[str], cells: Cells) -> Any:
    pandas = import_module("pandas")
    return pandas.DataFrame(cells, columns=list(header)).convert_dtypes()


def _polars(header: Sequence[str], cells: Cells) -> Any:
    polars = import_module("polars")
    return polars.DataFrame(cells, schema=list(header), orient="row", infer_schema_length=None)
