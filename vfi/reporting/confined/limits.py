"""Limits that a process sets for itself, and a watch that ends it where the system does not keep
them.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
import threading
import time
from dataclasses import dataclass
from types import FrameType

from vfi.numbers import grouped

MEBIBYTE = 1024 * 1024
GRACE_SECONDS = 2  # from the signal that the time is up to the end of the process
WATCH_SECONDS = 0.05
OUT_OF_MEMORY = 70  # the exit code
PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a piece of work may take.

    Attributes:
        seconds: of computing, on one processor.
        mebibytes: of memory, the program itself included.
    """

    seconds: int
    mebibytes: int

    def __str__(self) -> str:
        return f"{self.seconds} seconds of computing and {grouped(self.mebibytes)} MiB of memory"


FOR_A_PAGE = Limits(seconds=30, mebibytes=1024)
FOR_A_PDF = Limits(seconds=600, mebibytes=4096)


class TimeIsUp(Exception):  # noqa: N818 - says what has come
    """The seconds of computing are used up."""


def keep_to(limits: Limits, parent: int) -> None:
    """Bind this process to its limits, and to the life of the process that started it, whose id is
    `parent`.
    """
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is for the parent, which then ends this process
    signal.signal(signal.SIGXCPU, _raise)
    _set(resource.RLIMIT_CORE, 0, 0)
    _set(resource.RLIMIT_CPU, limits.seconds, limits.seconds + GRACE_SECONDS)
    _set(resource.RLIMIT_AS, limits.mebibytes * MEBIBYTE, limits.mebibytes * MEBIBYTE)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)
    threading.Thread(target=_watch, args=(parent, limits.mebibytes), daemon=True).start()


def _set(kind: int, soft: int, hard: int) -> None:
    with contextlib.suppress(
        ValueError, OSError
    ):  # a lower limit is set already, or the system has no such limit
        resource.setrlimit(kind, (soft, hard))


def _raise(_signal: int, _frame: FrameType | None) -> None:
    raise TimeIsUp


def _watch(parent: int, mebibytes: int) -> None:
    """For systems that do not keep the limit of memory, or do not end a child with its parent."""
    most = max(
        mebibytes * MEBIBYTE, _peak()
    )  # on Linux a process begins with the peak of the one that started it
    while os.getppid() == parent:
        if _peak() > most:
            os._exit(OUT_OF_MEMORY)
        time.sleep(WATCH_SECONDS)
    os._exit(1)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
