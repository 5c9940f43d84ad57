from __future__ import annotations

import time
from fractions import Fraction

import pytest

from vfi.audit.figures.cells import ANYTHING, LIMITLESS, Withheld, parse_cell
from vfi.audit.rounding import ValueRange


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
        ("£1.2m", "£1.2m", None, True),
        ("£1,200 (12 per cent)", "£1,200", "12 per cent", True),
        ("1 234 (40\u00a0%)", "1 234", "40\u00a0%", False),
        ("1,234 [r]", "1,234", None, False),
        ("40% [note 2]", None, "40%", False),
        ("7,704 [p] (40% [e])", "7,704", "40%", False),
    ],
)
def test_number_and_percentage(
    text: str, number: str | None, percentage: str | None, rounded: bool
) -> None:
    cell = parse_cell(text)
    assert cell is not None
    assert (cell.number and cell.number.text, cell.percentage and cell.percentage.text) == (
        number,
        percentage,
    )
    assert (cell.is_rounded, cell.withheld) == (rounded, None)


@pytest.mark.parametrize(
    "text", ["[c]", "[x]", "[z]", "[low]", "[C]", "*", "..", ":", "-", "–", "c", "n/a", "[c] ([c])"]
)
def test_a_withheld_figure_can_be_anything(text: str) -> None:
    cell = parse_cell(text)
    assert cell is not None
    assert (cell.number, cell.percentage, cell.withheld) == (
        None,
        None,
        Withheld(ANYTHING, ANYTHING),
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("<5", 0, 4),
        ("< 5", 0, 4),
        ("fewer than 5", 0, 4),
        ("≤5", 0, 5),
        ("5 or fewer", 0, 5),
        ("up to 1,000", 0, 1000),
        (">100", 101, LIMITLESS),
        ("at least 100", 100, LIMITLESS),
        ("100 or more", 100, LIMITLESS),
        ("10 to 15", 10, 15),
        ("10-15", 10, 15),
        ("1 to 4", 1, 4),
        ("1,000–1,500", 1000, 1500),
    ],
)
def test_bounds_of_counts(text: str, low: int, high: int | Fraction) -> None:
    cell = parse_cell(text)
    assert cell is not None
    assert cell.withheld == Withheld(number=ValueRange(Fraction(low), Fraction(high)))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("<1%", ValueRange(Fraction(0), Fraction(1), includes_high=False)),
        (">95%", ValueRange(Fraction(95), LIMITLESS, includes_low=False)),
        ("10% to 15%", ValueRange(Fraction(10), Fraction(15))),
        ("10-15%", ValueRange(Fraction(10), Fraction(15))),
    ],
)
def test_bounds_of_percentages(text: str, values: ValueRange) -> None:
    cell = parse_cell(text)
    assert cell is not None
    assert cell.withheld == Withheld(percentage=values)


@pytest.mark.parametrize(
    ("text", "number", "percentage", "withheld"),
    [
        ("27 ([c])", "27", None, Withheld(percentage=ANYTHING)),
        ("[c] (40%)", None, "40%", Withheld(number=ANYTHING)),
        ("* (40%)", None, "40%", Withheld(number=ANYTHING)),
        ("<5 (7%)", None, "7%", Withheld(number=ValueRange(Fraction(0), Fraction(4)))),
        ("<5 ([c])", None, None, Withheld(ValueRange(Fraction(0), Fraction(4)), ANYTHING)),
    ],
)
def test_one_of_both_is_withheld(
    text: str, number: str | None, percentage: str | None, withheld: Withheld
) -> None:
    cell = parse_cell(text)
    assert cell is not None
    assert (cell.number and cell.number.text, cell.percentage and cell.percentage.text) == (
        number,
        percentage,
    )
    assert cell.withheld == withheld


@pytest.mark.parametrize(
    "text",
    [
        "",
        "about 4",
        "-5",
        "40% (41%)",
        "12 (13)",
        "~40%",
        "12 (",
        "12 (40%) of 30",
        "5 < 6",
        "15 to 10",
        "< few",
        "<5 (4)",
    ],
)
def test_other_cells_cannot_be_read(text: str) -> None:
    assert parse_cell(text) is None


@pytest.mark.parametrize("text", ["7" + " " * 60_000 + "x", "7 " * 60_000, "7" * 60_000 + " ("])
def test_cell_of_any_length_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    assert parse_cell(text) is None
    assert time.process_time() - start < 0.5
