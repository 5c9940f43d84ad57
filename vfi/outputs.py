"""Files written whole or not at all."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from vfi.problems import UserError
from vfi.temporary import part_of

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")
FRACTION = re.compile(r"[-+]?[0-9]+(/[0-9]+){1,2}")


def write_whole(path: Path, content: bytes | str) -> None:
    """Write a file through a temporary one beside it, so that nobody ever sees half of it.

    Raises:
        UserError: the file cannot be written; what was there before is untouched.
    """
    data = (
        content.encode("utf-8", errors="backslashreplace") if isinstance(content, str) else content
    )
    try:
        _refuse_special(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with part_of(path) as (descriptor, part):
            with os.fdopen(descriptor, "wb", closefd=False) as file:
                file.write(data)
                file.flush()
                os.fsync(descriptor)
            part.chmod(0o666 & ~_umask())
            part.replace(path)
    except OSError as error:
        raise UserError(f'cannot write "{path}": {error.strerror or error}') from error


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV in which no cell can run as a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [safe_cell(cell) for cell in row] for row in rows
    )
    return text.getvalue()


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it, and neither runs it nor makes a date of it.

    A leading formula sign gets an apostrophe, and so does a fraction such as 3/2; a number keeps
    its sign as it is.
    """
    runs = text.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(text)
    return f"'{text}" if runs or FRACTION.fullmatch(text) else text


def _refuse_special(path: Path) -> None:
    """Keep a device or a pipe such as /dev/null from being replaced by a file."""
    if path.exists() and not path.is_file():
        raise UserError(f'cannot write "{path}": it is not a regular file')


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
