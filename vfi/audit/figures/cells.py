"""What a printed cell holds: a number, a percentage, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vfi.inputs.printed import Printed, printed_number

ROUNDED_MARK = "~"
CELL_FORMS = "a number (7,704), a rounded amount (~56), a percentage (40%) or both (7,704 (40%))"
BOTH = re.compile(r"(?P<first>[^()]*[^()\s])\s*\((?P<second>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds; `is_rounded` tells of its number."""

    number: Printed | None
    percentage: Printed | None
    is_rounded: bool = False


def parse_cell(text: str) -> Cell | None:
    """The number and the percentage in a cell; None when it holds neither, or anything else."""
    is_rounded = text.startswith(ROUNDED_MARK)
    text = text.removeprefix(ROUNDED_MARK)
    match = BOTH.fullmatch(text)
    parts = [printed_number(part) for part in ((match["first"], match["second"]) if match else (text,))]
    numbers = [part for part in parts if part is not None and part.value >= 0 and not part.is_percentage]
    percentages = [part for part in parts if part is not None and part.value >= 0 and part.is_percentage]
    if len(numbers) + len(percentages) != len(parts) or max(len(numbers), len(percentages)) > 1:
        return None
    if is_rounded and not numbers:
        return None
    return Cell(numbers[0] if numbers else None, percentages[0] if percentages else None, is_rounded)
