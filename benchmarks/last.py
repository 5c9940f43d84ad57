"""The figures of the last run, kept in git, and today's beside them.

What is compared is the ratio to a peer measured in the same run: seconds are those of one machine,
and are kept to be read.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.timing import Measured
from vfi.version import __version__

LAST = Path(__file__).with_name("last.json")
SCHEMA = "vfi.benchmarks/1"
DIGITS = 4
WIDTH = 66
HEADER = (
    f"{'Command, beside its peer':<{WIDTH}} {'command':>9} {'peer':>9} {'ratio':>6} {'last':>6}"
)


def last_ratios(path: Path = LAST) -> dict[str, float]:
    """The ratio of each figure when it was measured last; none where nothing was kept."""
    if not path.exists():
        return {}
    document = json.loads(path.read_text(encoding="utf-8"))
    return {name: figure["ratio"] for name, figure in document["figures"].items()}


def line(measured: Measured, last: Mapping[str, float]) -> str:
    """A figure with its ratio today and last time, and whether it is within its limit."""
    before = f"{last[measured.name]:6.2f}" if measured.name in last else f"{'-':>6}"
    verdict = "within" if measured.ratio <= measured.limit else "ABOVE"
    return (
        f"{measured.name:<{WIDTH}} {measured.seconds:7.3f} s {measured.peer_seconds:7.3f} s "
        f"{measured.ratio:6.2f} {before}   {verdict} {measured.limit:g}"
    )


def keep(figures: Sequence[Measured], path: Path = LAST) -> None:
    """Write the figures as those that the next run is compared with."""
    document = {
        "schema": SCHEMA,
        "vfi": __version__,
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "figures": {measured.name: _rounded(measured) for measured in figures},
    }
    path.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def _rounded(measured: Measured) -> dict[str, float]:
    numbers = asdict(measured)
    return {key: round(value, DIGITS) for key, value in numbers.items() if key != "name"}
