from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.inputs.tables.people import PEOPLE
from tests.inputs.tables.test_reading import KNOWN, LOANS
from vfi.inputs.tables.files import read_sheet, read_table
from vfi.inputs.tables.headings import Sheet
from vfi.problems import Problems


def test_a_file_has_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"id,name\r\n1,Ada\r\n")
    table = read_table(path, "people.csv", PEOPLE, {}, Problems())
    assert table.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [person.name for person in table.entries] == ["Ada"]


def test_a_sheet_of_any_file_is_read_by_its_headings() -> None:
    lines = [(3, ["Emma", "Ada", "A", "long"]), (4, ["Emma", "Bo", "", "long"])]
    sheet = Sheet("desk.xlsx", 2, ["Book", "READER", "shelf", "Kind"], lines)
    problems = Problems()
    table = read_sheet(sheet, LOANS, KNOWN, problems)
    assert [(row.location.line, row.entry.reader) for row in table.rows] == [(3, "Ada"), (4, "Bo")]
    assert list(table.words("book") or ()) == ["Emma"]
    assert len(problems) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("reader,book,kind\n", "a header without rows"),
        ("reader,book,kind\nAda,Emma,long,and more\n", "4 cells"),
        ("shelf\nA\n", '"shelf", none of the columns that there have to be'),
        ("", "an empty file"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_once(tmp_path: Path, text: str, found: str) -> None:
    path = tmp_path / "loans.csv"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    table = read_table(path, "loans.csv", LOANS, KNOWN, problems)
    assert [problem.found for problem in problems] == [found]
    assert len(table.rows) == 0
    assert (table.words("reader") is None) == (found != "a header without rows")
