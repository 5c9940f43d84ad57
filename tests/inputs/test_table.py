from __future__ import annotations

from pathlib import Path

import pytest

from vfi.inputs import Row, Table, read_table, table
from vfi.problems import Problem, Problems


def read(folder: Path, data: str | bytes) -> tuple[Table | None, list[Problem]]:
    path = folder / "people.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    problems = Problems()
    found = read_table(path, "people.csv", problems, required=("id", "name"), optional=("note",))
    return found, list(problems)


def rows(folder: Path, data: str | bytes) -> list[Row]:
    found, problems = read(folder, data)
    assert problems == []
    assert found is not None
    return found.rows


def only_problem(folder: Path, data: str | bytes) -> Problem:
    problems = read(folder, data)[1]
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    "data",
    [
        "id,name,note\n1,Ada,x\n2,Bo,\n",
        "id;name;note\n1;Ada;x\n2;Bo;\n",
        "id\tname\tnote\n1\tAda\tx\n2\tBo\t\n",
        '"id";"name";"note"\r\n1;Ada;x\r\n2;"Bo";\r\n',
        b"\xef\xbb\xbfid,name,note\r\n1,Ada,x\r\n2,Bo,\r\n",
        " id , name,note\n 1, Ada ,x \n2,Bo,\n",
        "note,name,id\nx,Ada,1\n,Bo,2\n",
    ],
    ids=["comma", "semicolon", "tab", "quoted semicolon CRLF", "BOM and CRLF", "spaces", "other order"],
)
def test_accepted_spellings_of_the_same_table(tmp_path: Path, data: str | bytes) -> None:
    assert rows(tmp_path, data) == [
        Row(2, {"id": "1", "name": "Ada", "note": "x"}),
        Row(3, {"id": "2", "name": "Bo", "note": ""}),
    ]


def test_delimiters_inside_cells_do_not_decide(tmp_path: Path) -> None:
    assert rows(tmp_path, "id;name\n1;Ada, Bo and Cy, all\n")[0].cells["name"] == "Ada, Bo and Cy, all"
    assert rows(tmp_path, "id,name\n1,Ada; Bo; Cy\n")[0].cells["name"] == "Ada; Bo; Cy"


def test_optional_column_may_be_left_out(tmp_path: Path) -> None:
    assert rows(tmp_path, "id,name\n1,Ada\n") == [Row(2, {"id": "1", "name": "Ada", "note": ""})]


def test_blank_lines_and_cells_over_several_lines_keep_the_line_numbers_right(tmp_path: Path) -> None:
    data = 'id,name\n\n1,"Ada\nand\n\nBo"\n,\n2,"say ""hi"""\n'
    assert [(row.line, row.cells["name"]) for row in rows(tmp_path, data)] == [
        (3, "Ada\nand\n\nBo"),
        (8, 'say "hi"'),
    ]


def test_header_that_fits_two_delimiters_is_not_guessed(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "id,name,x;id;name\n1,2,3;4;5\n")
    assert (problem.line, problem.field) == (1, "header")
    assert "more than one delimiter" in problem.found
    assert "id,name" in problem.expected


def test_misspelt_column_is_told_with_the_nearest_name_beside_the_missing_one(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "id,nmae\n1,Ada\n")
    assert found is None
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


def test_header_of_another_file_names_every_missing_column(tmp_path: Path) -> None:
    problems = read(tmp_path, "date;sum\n1;2\n")[1]
    assert [p.found for p in problems] == [
        'the column "date"',
        'the column "sum"',
        'no column "id"',
        'no column "name"',
    ]


def test_rows_with_too_many_and_too_few_cells_are_all_told_and_the_others_kept(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "id,name\n1,Ada,Bo\n2\n3,Cy\n4,Di,,\n")
    assert [(p.line, p.field, p.found, p.expected) for p in problems] == [
        (2, "row", "3 cells", "2 cells"),
        (3, "row", "1 cells", "2 cells"),
    ]
    assert "quotation marks" in problems[0].hint
    assert found is not None
    assert [row.cells["id"] for row in found.rows] == ["3", "4"]


def test_quotation_that_is_not_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, 'id,name\n1,Ada\n2,"Bo\n3,Cy\n')
    assert (problem.line, problem.field) == (3, "CSV")
    assert "twice" in problem.hint


def test_text_after_a_closing_quotation_mark(tmp_path: Path) -> None:
    assert only_problem(tmp_path, 'id,name\n1,"Ada" the first\n').line == 2


def test_nul_character(tmp_path: Path) -> None:
    assert only_problem(tmp_path, b"id,name\n1,A\0da\n").line == 2


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAXIMUM_ROWS", 3)
    assert len(rows(tmp_path, "id,name\n1,a\n2,b\n")) == 2
    problem = only_problem(tmp_path, "id,name\n1,a\n2,b\n3,c\n4,d\n")
    assert problem.found == "more than 3 rows"


def test_too_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MAXIMUM_BYTES", 20)
    problem = only_problem(tmp_path, "id,name\n1,a\n2,b\n3,c\n4,d\n")
    assert problem.found.startswith("more than")


def test_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    (tmp_path / "people.csv").write_text("id,name\n1,Ada\n")
    (folder / "people.csv").symlink_to(tmp_path / "people.csv")
    problems = Problems()
    path = folder / "people.csv"
    assert read_table(path, "people.csv", problems, required=("id",), optional=("name",), within=folder) is None
    assert "outside" in next(iter(problems)).found
