"""What an audit of figures tells: what is printed, what follows, and by how much it is off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from vfi.numbers import count_of, span

if TYPE_CHECKING:
    from vfi.audit.figures.models import Figure


class FigureSeverity(StrEnum):
    """How a finding is to be read."""

    FAULT = "fault"  # no figures behind the print, rounded as stated, give what is printed
    ROUNDED = "rounded"  # the printed figures do not give it; the unrounded ones behind them could
    UNCHECKED = "unchecked"  # something that the check needs is not in the table
    UNREADABLE = "unreadable"  # what a cell says could not be told


@dataclass(frozen=True, slots=True)
class FigureFinding:
    """One thing that an audit of figures found.

    Attributes:
        severity: a fault, explained by rounding, not to be checked, or a cell that cannot be read.
        check: the name of the check.
        figure: the figure that it is about.
        follows: what follows from the other figures, in print; "" where nothing does.
        off: the printed value less what follows, exactly; None where there is no one such number.
        words: the finding in a sentence.
        would_hold: what would have to be true for the printed figure to be right; "" where nothing
            simple would.
        id: its number in the audit, such as `F3`.
    """

    severity: FigureSeverity
    check: str
    figure: Figure
    words: str
    follows: str = ""
    off: Fraction | None = None
    would_hold: str = ""
    id: str = ""


def counted(numbers: Sequence[int], limit: int = 8) -> str:
    """Whole numbers for a sentence: runs of neighbours as `274 to 276`, cut after `limit` runs."""
    together = isinstance(numbers, range) and len(numbers[:2]) == 2
    runs: list[list[int]] = [[numbers[0], numbers[-1]]] if together else []
    for number in () if together else numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    spans = [span(run[0], run[-1]) for run in runs[:limit]]
    remainder = [count_of(len(runs) - limit, "more range")] if len(runs) > limit else []
    parts = spans + remainder
    if len(parts) < 2:
        return parts[0] if parts else "none"
    return ", ".join(parts[:-1]) + " or " + parts[-1]
