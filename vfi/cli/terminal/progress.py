"""Progress of long work: one line on the error output, only where a person watches it, and gone at
the end.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from vfi.cli.terminal import printing
from vfi.numbers import out_of
from vfi.steps import told_to

PATIENCE = 2.0  # seconds before anything is shown
INTERVAL = 0.2  # seconds between two updates


class Line:
    """A line that tells which step the work is in, and for how many seconds it has been going
    on.
    """

    def __init__(self) -> None:
        self._step = "working"
        self._start = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._keep_showing, daemon=True)
        self._thread.start()

    def tell(self, step: str, finished: int, of: int) -> None:
        """Take note of the step, and of how many of how many parts of it are done."""
        self._step = f"{step}, {out_of(finished, of)}" if of > 1 else step

    def end(self) -> None:
        """Show it no more."""
        self._ended.set()
        self._thread.join()
        printing.clear_line()

    def _keep_showing(self) -> None:
        pause = PATIENCE
        while not self._ended.wait(pause):
            pause = INTERVAL
            printing.rewrite_line(f"{self._step} ({int(time.monotonic() - self._start)} s)")


@contextmanager
def shown_on_terminal() -> Iterator[None]:
    """Have a line shown when this takes long, where somebody watches."""
    if not printing.can_rewrite_lines():
        yield
        return
    line = Line()
    try:
        with told_to(line.tell):
            yield
    finally:
        line.end()
