from __future__ import annotations

from fractions import Fraction

import pytest

from vfi.audit.figures.models import Figure, FigureTables, Quantity
from vfi.audit.rounding import ValueRange
from vfi.inputs.printed import Printed, printed_number


def printed(text: str) -> Printed:
    number = printed_number(text)
    assert number is not None
    return number


def figure(line: int = 2, column: str = "Men", table: str = "") -> Figure:
    return Figure(line, table, "All", column, "58 (40%)", printed("58"), printed("40%"))


@pytest.mark.parametrize(
    ("text", "is_rounded", "interval", "count"),
    [
        ("58", False, (Fraction(58), Fraction(58)), 58),
        ("58", True, (Fraction(115, 2), Fraction(117, 2)), None),
        ("1.5", False, (Fraction(3, 2), Fraction(3, 2)), None),
    ],
)
def test_a_quantity_is_exact_where_it_was_counted(
    text: str, is_rounded: bool, interval: tuple[Fraction, Fraction], count: int | None
) -> None:
    quantity = Quantity("All", printed(text), is_rounded)
    assert quantity.interval == ValueRange(*interval)
    assert quantity.count == count


def test_a_figure_goes_by_its_row_and_column() -> None:
    assert (figure().name, figure(column="").name) == ("All | Men", "All")


def test_what_is_printed_leaves_no_gap() -> None:
    assert figure().number_range == ValueRange(Fraction(58), Fraction(58))
    assert figure().percentage_range == ValueRange(Fraction(40), Fraction(40))
    assert figure().percentage_gap is None
    assert figure().is_readable


def test_tables_are_in_the_order_in_which_they_begin() -> None:
    figures = (figure(2, table="b"), figure(3, table="a"), figure(4, table="b"))
    tables = FigureTables("t.csv", "", figures)
    assert tables.tables == ("b", "a")
    assert tables.at(3) is figures[1]
