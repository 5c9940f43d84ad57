from __future__ import annotations

import time

import pytest

from vfi.audit.figures.cells import parse_cell


@pytest.mark.parametrize(
    ("text", "number", "percentage", "rounded"),
    [
        ("7,704", "7,704", None, False),
        ("40%", None, "40%", False),
        ("7,704 (40%)", "7,704", "40%", False),
        ("40% (7,704)", "7,704", "40%", False),
        ("7,704(2.5 %)", "7,704", "2.5 %", False),
        ("~56", "56", None, True),
        ("~2,290 (9%)", "2,290", "9%", True),
    ],
)
def test_number_and_percentage(text: str, number: str | None, percentage: str | None, rounded: bool) -> None:
    cell = parse_cell(text)
    assert cell is not None
    assert (cell.number and cell.number.text, cell.percentage and cell.percentage.text) == (number, percentage)
    assert cell.is_rounded is rounded


@pytest.mark.parametrize("text", ["", "n/a", "-5", "40% (41%)", "12 (13)", "~40%", "12 (", "12 (40%) of 30", "<5"])
def test_other_cells_are_refused(text: str) -> None:
    assert parse_cell(text) is None


@pytest.mark.parametrize("text", ["7" + " " * 60_000 + "x", "7 " * 60_000, "7" * 60_000 + " ("])
def test_cell_of_any_length_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    assert parse_cell(text) is None
    assert time.process_time() - start < 0.5
