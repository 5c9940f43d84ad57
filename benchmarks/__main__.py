"""Print every figure: the command, its peer, the ratio, and the limit that is kept."""

from __future__ import annotations

from benchmarks import checking, profiles, reporting, robustness, scoring, startup


def main() -> None:
    """Measure everything, a line each as soon as it is known."""
    print(f"{'Command, beside its peer':<66} {'command':>9} {'peer':>9} {'ratio':>6}")
    for room in (startup, scoring, checking, robustness, reporting):
        for measured in room.measure():
            print(measured, flush=True)
    profiles.main()


if __name__ == "__main__":
    main()
