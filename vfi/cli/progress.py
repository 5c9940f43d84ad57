"""Progress of long work: one line on the error output, only where a person watches it, and gone at the end."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from vfi.cli import terminal

PATIENCE = 2.0  # seconds before anything is shown
INTERVAL = 0.2  # seconds between two updates

_shown: list[Line] = []


class Line:
    """A line that tells which step the work is in, and for how many seconds it has been at it."""

    def __init__(self, what: str) -> None:
        self._what, self._step = what, ""
        self._start = time.monotonic()
        self._ended = threading.Event()
        self._is_visible = False
        self._thread = threading.Thread(target=self._keep_showing, daemon=True)
        self._thread.start()

    def __call__(self, step: str, done: int, of: int) -> None:
        """Tell the step, and how many of how many parts of it are done."""
        self._step = f": {step}" if of <= 1 else f": {step}, {done} of {of}"

    def end(self) -> None:
        """Show it no more."""
        self._ended.set()
        self._thread.join()
        self.clear()

    def clear(self) -> None:
        """Leave an empty line in its place."""
        if self._is_visible:
            terminal.rewrite_line("")

    def _keep_showing(self) -> None:
        pause = PATIENCE
        while not self._ended.wait(pause):
            pause = INTERVAL
            self._is_visible = True
            terminal.rewrite_line(f"{self._what}{self._step} ({time.monotonic() - self._start:.0f} s)")


@contextmanager
def shown_on_terminal(what: str) -> Iterator[Line | None]:
    """A function to tell progress to; None where nobody watches.

    Args:
        what: what is being done, such as `verifying`.
    """
    if not terminal.can_rewrite_lines():
        yield None
        return
    line = Line(what)
    _shown.append(line)
    try:
        yield line
    finally:
        _shown.remove(line)
        line.end()


def clear() -> None:
    """Leave no line behind, because the program is about to end."""
    for line in _shown:
        line.clear()
