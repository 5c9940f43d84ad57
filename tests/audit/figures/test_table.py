from __future__ import annotations

from pathlib import Path

import pytest

from tests.audit.figures.making import TABLE, audit, problems_of
from vfi.audit.figures.table import load_figures
from vfi.problems import InvalidInput


def test_empty_table_and_source_repeat_the_ones_above() -> None:
    figures = audit(TABLE).tables.figures
    assert [figure.table for figure in figures] == ["Staff", "Staff", "Staff", "Rooms"]
    assert {figure.source for figure in figures} == {"Report"}


@pytest.mark.parametrize(
    ("line", "column", "found", "hint"),
    [
        ("Women,,,", "printed", "an empty cell", ""),
        (",12,,", "row", "an empty cell", ""),
        ("Women,a dozen,,", "printed", '"a dozen"', ""),
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
        (2, "printed"),
        (3, "of"),
        (3, "part_of"),
        (3, "within"),
        (3, "same_as"),
        (4, "row"),
    ]


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
