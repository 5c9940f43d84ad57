"""Whole processes timed in pairs, so that a machine whose speed drifts does not decide the
ratio.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VFI = str(Path(sys.executable).parent / "vfi")
STUDY = "domestic-abuse-duty-2025"
Command = Sequence[str]


@dataclass(frozen=True)
class Measured:
    """A command beside its peer: medians in seconds, and the median of the ratios pair by pair."""

    name: str
    seconds: float
    peer_seconds: float
    ratio: float
    limit: float


def python(code: str) -> Command:
    """The command that runs a line of Python."""
    return [sys.executable, "-c", code]


def seconds(command: Command) -> float:
    """The wall time of one run."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begin


def pairs(command: Command, peer: Command, runs: int) -> list[tuple[float, float]]:
    """Wall times of both in turn, after one run of each that is not counted."""
    seconds(command)
    seconds(peer)
    return [(seconds(command), seconds(peer)) for _ in range(runs)]


def compared(name: str, command: Command, peer: Command, limit: float, runs: int = 9) -> Measured:
    """A command as a multiple of its peer."""
    times = pairs(command, peer, runs)
    return Measured(
        name,
        statistics.median(own for own, _ in times),
        statistics.median(other for _, other in times),
        statistics.median(own / other for own, other in times),
        limit,
    )
