"""Things of one kind, one a row."""

from __future__ import annotations

from vfi.cli.listing import listing
from vfi.cli.terminal.layout import Page, laid_out

THINGS = [
    {"id": "a", "cases": 2, "folder": "reports/a", "note": "not listed"},
    {"id": "b", "cases": 13, "folder": "reports/b", "note": "not listed"},
]
ANSWER = listing(("id", "cases", "folder"), THINGS, right=(1,))


def test_rows_and_table_have_the_columns_and_the_document_has_all() -> None:
    assert list(ANSWER.rows()) == [
        ("id", "cases", "folder"),
        ("a", "2", "reports/a"),
        ("b", "13", "reports/b"),
    ]
    assert ANSWER.document() == THINGS
    assert laid_out(ANSWER.text(), Page(80)).splitlines()[0].split() == ["Id", "Cases", "Folder"]


def test_numbers_are_aligned_and_the_path_is_left_out_where_there_is_no_room() -> None:
    wide, narrow = (laid_out(ANSWER.text(), Page(width)) for width in (80, 12))
    assert "a       2  reports/a" in wide
    assert "reports" not in narrow
    assert "b      13" in narrow
