from __future__ import annotations

from pathlib import Path

import pytest

from tests.inputs.tables.people import only_problem, read
from vfi.inputs.tables.declaration import DeclaredColumn, DeclaredTable
from vfi.inputs.tables.headings import Sheet, records_of
from vfi.problems import Problems


@pytest.mark.parametrize(
    "heading", ["part_of", "Part of", "PART-OF", "part  of", " Part_Of ", "partof"]
)
def test_headings_are_compared_without_case_spaces_and_hyphens(
    tmp_path: Path, heading: str
) -> None:
    columns = tuple(DeclaredColumn(name, "", required=True) for name in ("part_of", "b"))
    sheet = Sheet("t.csv", 1, [heading, "b"], [(2, ["1", "2"])])
    records = records_of(sheet, DeclaredTable("t.csv", "", dict, columns), Problems())
    assert records is not None
    assert [record.cells for record in records] == [{"part_of": "1", "b": "2"}]


def test_the_same_heading_in_two_spellings_is_there_twice(tmp_path: Path) -> None:
    assert only_problem(tmp_path, "id,name,Name\n1,Ada,Bo\n").found == 'the column "Name" twice'


def test_misspelt_column_is_told_with_the_nearest_name_beside_the_missing_one(
    tmp_path: Path,
) -> None:
    table, problems = read(tmp_path, "id,nmae\n1,Ada\n")
    assert (table.rows, table.is_whole) == ((), False)
    assert [(p.line, p.field, p.found, p.hint) for p in problems] == [
        (1, "header", 'the column "nmae"', 'did you mean "name"?'),
        (1, "header", 'no column "name"', ""),
    ]
    assert "id, name, note" in problems[0].expected


def test_hint_never_names_a_column_that_is_there_already(tmp_path: Path) -> None:
    assert only_problem(tmp_path, "id,name,names\n1,Ada,x\n").hint == ""


def test_repeated_column(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "id,name,name\n1,Ada,Bo\n")
    assert (problem.line, problem.found) == (1, 'the column "name" twice')


def test_column_without_a_name(tmp_path: Path) -> None:
    assert only_problem(tmp_path, "id,name,\n1,Ada,Bo\n").found == "column 3 without a name"


def test_header_of_another_file_is_one_problem(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "date;sum\n1;2\n")
    assert problem.found == '"date", "sum", none of the columns that there have to be'
    assert problem.expected == "the columns id, name"


def test_rows_with_too_many_cells_are_all_told_and_the_others_kept(tmp_path: Path) -> None:
    table, problems = read(tmp_path, "id,name\n1,Ada,Bo\n2,Bo\n3,Cy\n4,Di,,\n5,Ed,,x\n")
    assert [(p.line, p.field, p.found, p.expected) for p in problems] == [
        (2, "row", "3 cells", "2 cells"),
        (6, "row", "4 cells", "2 cells"),
    ]
    assert "quotation marks" in problems[0].hint
    assert [(row.cells["id"], row.cells["name"]) for row in table.rows] == [
        ("2", "Bo"),
        ("3", "Cy"),
        ("4", "Di"),
    ]
