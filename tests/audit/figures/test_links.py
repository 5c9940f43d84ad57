from __future__ import annotations

import pytest

from tests.audit.figures.making import TABLE, audit, problems_of


def test_names_are_rows_of_the_column_then_columns_of_the_row() -> None:
    women = audit(TABLE).tables.figures[2].of
    assert women is not None
    assert women.numerator is not None
    assert women.base is not None
    assert (women.numerator.name, women.base.name) == ("Women | Number", "All | Number")


def test_a_name_with_a_slash_is_tried_as_a_name_first() -> None:
    found = (
        audit("row,printed,of\nDrugs / alcohol,50,\nWomen,50%,Drugs / alcohol\n")
        .tables.figures[1]
        .of
    )
    assert found is not None
    assert found.base is not None
    assert found.base.name == "Drugs / alcohol"


@pytest.mark.parametrize(
    ("line", "column", "found", "hint"),
    [
        ("Women,12,All,", "of", '"All" beside "12"', "only a percentage is of something"),
        ("Women,60%,Al,", "of", '"Al"', 'did you mean "All"?'),
        ("Women,60%,Women,", "of", '"Women", the figure itself', ""),
        ("Women,60%,Share,", "of", '"Share", which is "50%"', ""),
        ("Women,60%,12 / Al,", "of", '"Al"', 'did you mean "All"?'),
        ("Women,12 (60%),12 / All,", "of", '"12 / All"', "12 (60%) has its own count"),
        ("Women,12,,Women", "part_of", '"Women", the figure itself', ""),
        ("Women,12,,Everybody", "part_of", '"Everybody"', ""),
        ("Women,12,,100% down", "part_of", '"100% down"', "this cell has no percentage"),
        ("Women,60%,,100%", "part_of", '"100%"', 'did you mean "100% down"?'),
        ("Women,60%,,All", "part_of", '"All", which is "20"', ""),
    ],
)
def test_names_of_no_figure_that_will_do_are_located(
    line: str, column: str, found: str, hint: str
) -> None:
    problems = problems_of(f"row,printed,of,part_of\nAll,20,,\nShare,50%,All,\n{line}\n")
    assert len(problems) == 1, problems
    assert (problems[0].line, problems[0].field, problems[0].found) == (4, column, found)
    assert hint in problems[0].hint
