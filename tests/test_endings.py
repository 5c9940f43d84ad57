from __future__ import annotations

from pathlib import Path

import pytest

from vfi.endings import KINDS, Kind, add_kind, kind_of, refuse_other_endings
from vfi.problems import UserError


@pytest.mark.parametrize(
    ("name", "kind"), [("a.pdf", "report"), ("a.HTML", "report"), ("a.sql", "sql")]
)
def test_an_ending_tells_the_kind_whatever_its_case(name: str, kind: str) -> None:
    assert kind_of(Path(name), ("report", "sql")) == kind


def test_another_ending_is_told_with_the_right_ones_and_what_makes_it() -> None:
    with pytest.raises(UserError) as told:
        kind_of(Path("a.xlsx"), ("report", "sql"))
    assert str(told.value) == (
        "a report or SQL is written to a file that ends in .pdf, .html or .sql, not to "
        '"a.xlsx"; a workbook is made by vfi workbook'
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"is a folder; name a file in it that ends in \.zip"):
        kind_of(tmp_path, ("bundle",))


def test_where_no_file_is_named_nothing_is_refused() -> None:
    refuse_other_endings(None, "bundle")
    with pytest.raises(UserError):
        refuse_other_endings(Path("a.tar"), "bundle")


@pytest.mark.parametrize(
    ("name", "ending"), [("report", ".new"), ("other", ".html")], ids=["its name", "an ending"]
)
def test_a_kind_shares_neither_its_name_nor_an_ending(name: str, ending: str) -> None:
    before = dict(KINDS)
    with pytest.raises(ValueError, match="another"):
        add_kind(name, Kind("another", (ending,), "nobody"))
    assert before == KINDS
