"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from vfi.problems import UserError

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_whole(path: Path, content: bytes | str) -> None:
    """Write a file through a temporary one beside it, so that nobody ever sees half of it.

    Raises:
        UserError: the file cannot be written; what was there before is untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise UserError(f'cannot write "{path}": {error.strerror or error}') from error


def safe_cell(text: str) -> str:
    """The text as a spreadsheet shows it, and never runs it: a leading formula sign gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
