"""Print every figure: the command, its peer, the ratio today and last time, and the limit that is
kept.
"""

from __future__ import annotations

from benchmarks import checking, profiles, reporting, robustness, scoring, startup
from benchmarks.last import HEADER, LAST, keep, last_ratios, line

ROOMS = (startup, scoring, checking, robustness, reporting, profiles)


def main() -> None:
    """Measure everything, a line each as soon as it is known, and keep the figures."""
    last = last_ratios()
    print(HEADER)
    figures = []
    for room in ROOMS:
        for measured in room.measure():
            print(line(measured, last), flush=True)
            figures.append(measured)
    keep(figures)
    print(f"Kept in benchmarks/{LAST.name}; `git diff` shows what is different from before.")


if __name__ == "__main__":
    main()
