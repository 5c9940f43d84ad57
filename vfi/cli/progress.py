"""Progress of long work: one line on the error output, only where that is a terminal, and gone at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

INTERVAL = 0.1  # seconds between two updates
CLEAR = "\r\x1b[K"


@contextmanager
def on_terminal() -> Iterator[_Line | None]:
    """A function to tell progress to; None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    line = _Line()
    try:
        yield line
    finally:
        sys.stderr.write(CLEAR)
        sys.stderr.flush()


class _Line:
    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if done and now - self._last < INTERVAL:
            return
        self._last = now
        sys.stderr.write(f"{CLEAR}{what} {done} of {of}" if of > 1 else f"{CLEAR}{what} ...")
        sys.stderr.flush()
