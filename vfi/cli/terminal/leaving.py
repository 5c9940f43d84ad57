"""How the program ends when it is told to stop: at once, without a word, and with nothing left
behind.

What is imported here is imported before a signal can be handled, so it is next to nothing.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType
    from typing import Any

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
BASE_STATUS = (
    128  # a shell's exit code for a program that a signal ended is this and the signal's number
)


def leave_quietly() -> Mapping[int, Any]:
    """From now on, end at Ctrl-C (exit code 130), SIGTERM (143) and SIGHUP (129), but for those
    that are ignored.

    No exception is raised for it: a library that is being imported, or that called back, may take
    any for its own.

    Returns:
        The handlers that were there before, for `as_before`.
    """
    handlers: dict[int, Any] = {}
    for number in SIGNALS:
        handler = signal.getsignal(number)
        if handler is not None and handler is not signal.SIG_IGN:
            try:
                signal.signal(number, _leave)
            except ValueError:  # not the main thread, which alone is told of signals
                break
            handlers[number] = handler
    return handlers


def as_before(handlers: Mapping[int, Any]) -> None:
    """Have signals do again what they did."""
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    del frame
    try:
        if "vfi.temporary" in sys.modules:
            sys.modules["vfi.temporary"].remove_all()
        if "vfi.cli.terminal.printing" in sys.modules:
            sys.modules["vfi.cli.terminal.printing"].clear_line()
    finally:
        os._exit(BASE_STATUS + number)
