"""Conditions and cells in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from vfi.problems import listed
from vfi.synthesis.counting import Tally
from vfi.synthesis.steps import Cell, Count, LevelRange

COMPARISONS = {
    "at_least": "at least",
    "at_most": "at most",
    "exactly": "exactly",
    "at_least_share": "at least",
    "at_most_share": "at most",
}


def condition_in_words(condition: Count) -> str:
    """`at least 2 at Excellent`, `all at or above Good among E1, E2`."""
    comparison, number = condition.quantity
    amount = f"{number} of those judged" if isinstance(number, Fraction) else str(number)
    if comparison in ("at_most", "exactly") and number == 0:
        quantity = "none"
    elif number == "all" and comparison != "at_most":
        quantity = "all"
    else:
        quantity = f"{COMPARISONS[comparison]} {amount}"
    levels = condition.in_words or "judged"
    among = condition.among
    if among is None or isinstance(among, str):
        return f"{quantity} {levels}"
    return f"{quantity} {levels} among {', '.join(among)}"


def count_in_words(tally: Tally) -> str:
    """What a condition asks and what was found: `at least 2 at Excellent: 1 of 3 (E1)`."""
    which = f" ({listed(tally.found)})" if tally.found else ""
    return f"{condition_in_words(tally.condition)}: {len(tally.found)} of {tally.judged}{which}"


def cell_in_words(child: str, cell: Cell) -> str:
    """What a table asks of a child: `E1 at or above Good`, `E2 Poor or Adequate`."""
    if isinstance(cell, str):
        return f"{child} {cell}"
    if isinstance(cell, LevelRange):
        side = (
            f"at or above {cell.at_or_above}"
            if cell.at_or_above is not None
            else f"at or below {cell.at_or_below}"
        )
        return f"{child} {side}"
    return f"{child} {' or '.join(cell)}"


def weights_in_words(weights: Mapping[str, Fraction]) -> str:
    """`E1 2, E2 1/3`."""
    return ", ".join(f"{child} {weight}" for child, weight in weights.items())
