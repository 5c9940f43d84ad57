"""Which step long work is in, told where the work is done to whoever listens; by itself nobody
does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, int, int], None]

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Have the steps of all work inside told to a listener: the step, and how many of how many
    parts are done.
    """
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell_step(step: str, finished: int = 0, of: int = 1) -> None:
    """Tell which step the work is in, and how many of how many parts of it are done."""
    listener = _listener.get()
    if listener is not None:
        listener(step, finished, of)
