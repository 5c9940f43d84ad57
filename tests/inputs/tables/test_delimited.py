from __future__ import annotations

from pathlib import Path

import pytest

from tests.inputs.tables.people import PEOPLE, cells, only_problem, read, rows
from vfi.inputs.tables import delimited
from vfi.inputs.tables.files import read_table
from vfi.problems import Problems


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
        "id|name|note\n1|Ada|x\n2|Bo|\n",
        "id,name,note\n1,Ada,x\n2,Bo\n",
        "id,name,note,,\n1,Ada,x,,\n2,Bo\n",
        "ID,Name , NOTE\n1,Ada,x\n2,Bo,\n",
        "\ufeffid\tname\tnote\r\n1\tAda\tx\r\n2\tBo\r\n".encode("utf-16-le"),
        "id,name,note\n1,Ada,x\r2,Bo,\r\n",
        "id,name,note\n1,Ada\x85,x\n2,Bo\u2003,\n",
        "id,name,note\n1\u200b,Ada\ufeff,x\n2,Bo\xa0,\n",
    ],
    ids=[
        "comma",
        "semicolon",
        "tab",
        "quoted semicolon CRLF",
        "BOM and CRLF",
        "spaces",
        "other order",
        "bar",
        "last delimiters left out",
        "columns without a name and without content",
        "headings in any case",
        "UTF-16 with tabs",
        "mixed line ends",
        "odd white space at the ends",
        "invisible signs at the ends",
    ],
)
def test_accepted_spellings_of_the_same_table(tmp_path: Path, data: str | bytes) -> None:
    assert rows(tmp_path, data) == [
        (2, {"id": "1", "name": "Ada", "note": "x"}),
        (3, {"id": "2", "name": "Bo", "note": ""}),
    ]


def test_delimiters_inside_cells_do_not_decide(tmp_path: Path) -> None:
    assert cells(tmp_path, "id;name\n1;Ada, Bo and Cy, all\n")["name"] == "Ada, Bo and Cy, all"
    assert cells(tmp_path, "id,name\n1,Ada; Bo; Cy\n")["name"] == "Ada; Bo; Cy"


def test_optional_column_may_be_left_out(tmp_path: Path) -> None:
    assert rows(tmp_path, "id,name\n1,Ada\n") == [(2, {"id": "1", "name": "Ada", "note": ""})]


@pytest.mark.parametrize(
    "start",
    [
        "sep=;\n",
        "SEP=;\n",
        '"sep=;"\n',
        "sep=;;;\n",
        ";;\n",
        "\n;;\n\n",
        "sep=;\n;;\n",
        '"";"";\n',
        " ; ;\n",
    ],
)
def test_lines_before_the_header_that_hold_no_cells_are_passed_over(
    tmp_path: Path, start: str
) -> None:
    expected = (start.count("\n") + 2, {"id": "1", "name": "Ada", "note": ""})
    assert rows(tmp_path, start + "id;name\n1;Ada\n") == [expected]


def test_declared_delimiter_holds_where_the_header_could_be_read_otherwise(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "sep=;\nid,name\n1,Ada\n")
    assert (problem.line, problem.found) == (
        2,
        '"id,name", none of the columns that there have to be',
    )


def test_declared_delimiter_that_is_none(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "sep=x\nidxname\n")
    assert (problem.line, problem.found) == (1, '"sep=x"')
    assert "semicolon" in problem.expected


def test_only_separators_are_no_header(tmp_path: Path) -> None:
    assert only_problem(tmp_path, ",,\n,,\n").found == "no header"


def test_names_are_read_in_one_spelling_and_prose_keeps_its_own_white_space(tmp_path: Path) -> None:
    data = "id,name,note\n1,Cafe\u0301\xa0au  lait,Cafe\u0301\xa0au  lait\n"
    assert cells(tmp_path, data) == {
        "id": "1",
        "name": "Café au lait",
        "note": "Café\xa0au  lait",
    }


def test_signs_inside_a_name_that_mean_something_stay(tmp_path: Path) -> None:
    assert cells(tmp_path, "id,name\n1,A\u200cb\n")["name"] == "A\u200cb"


def test_cell_longer_than_the_limit_of_the_csv_module(tmp_path: Path) -> None:
    assert len(cells(tmp_path, f"id,name,note\n1,Ada,{'x ' * 100_000}y\n")["note"]) == 200_001


@pytest.mark.parametrize(
    ("data", "is_whole"),
    [
        ("id,name\n1,Ada\n2\n", True),
        ("id,name\n1,Ada,Bo\n", False),
        ('id,name\n1,Ada\n2,"Bo\n', False),
    ],
)
def test_a_table_says_whether_every_row_could_be_read(
    tmp_path: Path, data: str, is_whole: bool
) -> None:
    assert read(tmp_path, data)[0].is_whole is is_whole


def test_blank_lines_and_cells_over_several_lines_keep_the_line_numbers_right(
    tmp_path: Path,
) -> None:
    data = 'id,note,name\n\n1,"Ada\nand\n\nBo",x\n,\n2,"say ""hi""",x\n'
    assert [(line, texts["note"]) for line, texts in rows(tmp_path, data)] == [
        (3, "Ada\nand\n\nBo"),
        (8, 'say "hi"'),
    ]


def test_header_that_fits_two_delimiters_is_not_guessed(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, "id,name,x;id;name\n1,2,3;4;5\n")
    assert (problem.line, problem.field) == (1, "header")
    assert "more than one delimiter" in problem.found
    assert "id,name" in problem.expected


def test_quotation_that_is_not_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    problem = only_problem(tmp_path, 'id,name\n1,Ada\n2,"Bo\n3,Cy\n')
    assert (problem.line, problem.field) == (3, "CSV")
    assert "twice" in problem.hint


def test_text_after_a_closing_quotation_mark(tmp_path: Path) -> None:
    assert only_problem(tmp_path, 'id,name\n1,"Ada" the first\n').line == 2


def test_nul_character(tmp_path: Path) -> None:
    assert only_problem(tmp_path, b"id,name\n1,A\0da\n").line == 2


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAXIMUM_ROWS", 3)
    assert len(rows(tmp_path, "id,name\n1,a\n2,b\n")) == 2
    problem = only_problem(tmp_path, "id,name\n1,a\n2,b\n3,c\n4,d\n")
    assert problem.found == "more than 3 rows"


def test_too_many_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAXIMUM_BYTES", 20)
    problem = only_problem(tmp_path, "id,name\n1,a\n2,b\n3,c\n4,d\n")
    assert problem.found.startswith("more than")


def test_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    (tmp_path / "people.csv").write_text("id,name\n1,Ada\n")
    (folder / "people.csv").symlink_to(tmp_path / "people.csv")
    problems = Problems()
    path = folder / "people.csv"
    table = read_table(path, "people.csv", PEOPLE, {}, problems, within=folder)
    assert not table.is_whole
    assert "outside" in next(iter(problems)).found
