from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.figures.making import audit, problems_of
from vfi.audit.figures import load_figures
from vfi.problems import InvalidInput

TABLE = """\
table,row,column,printed,of,part_of,source
Staff,All,Number,20,,,Report
,Women,Number,12,,All,
,Women,Share,60%,Number / All | Number,,
Rooms,All,Number,3,,,
"""


def test_empty_table_and_source_repeat_the_ones_above() -> None:
    figures = audit(TABLE).tables.figures
    assert [figure.table for figure in figures] == ["Staff", "Staff", "Staff", "Rooms"]
    assert {figure.source for figure in figures} == {"Report"}


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
        ("Women,,,", "printed", "an empty cell", ""),
        (",12,,", "row", "an empty cell", ""),
        ("Women,a dozen,,", "printed", '"a dozen"', ""),
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
        (
            "All,21,,",
            "row",
            '"All" a second time (first on line 2)',
            "name a figure that is printed twice",
        ),
    ],
)
def test_mistakes_are_located(line: str, column: str, found: str, hint: str) -> None:
    problems = problems_of(f"row,printed,of,part_of\nAll,20,,\nShare,50%,All,\n{line}\n")
    assert len(problems) == 1, problems
    assert (problems[0].line, problems[0].field, problems[0].found) == (4, column, found)
    assert hint in problems[0].hint


def test_all_mistakes_are_told_at_once() -> None:
    problems = problems_of(
        "row,printed,of,part_of,within,same_as\nA,about 4,,,,\nB,5%,C,D,E,F\nB,6%,,,,\n"
    )
    assert [(problem.line, problem.field) for problem in problems] == [
        (2, "printed"), (3, "of"), (3, "part_of"), (3, "within"), (3, "same_as"), (4, "row"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("row,printed\n", "a header without rows"),
        ("row,value\nA,1\n", 'the column "value"'),
        ("", "an empty file"),
    ],
)
def test_unusable_files(text: str, found: str) -> None:
    assert found in [problem.found for problem in problems_of(text)]


def test_load_raises_every_problem(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no such file"):
        load_figures(tmp_path / "none.csv")
