from __future__ import annotations

from pathlib import Path

import pytest

from vfi.endings import kind_of, refuse_other_endings
from vfi.problems import UserError


@pytest.mark.parametrize(
    ("name", "kind"), [("a.json", "json"), ("a.CSV", "csv"), ("a.txt", "table")]
)
def test_an_ending_tells_the_kind_whatever_its_case(name: str, kind: str) -> None:
    assert kind_of(Path(name), ("table", "json", "csv")) == kind


def test_another_ending_is_told_with_the_right_ones_and_what_makes_it() -> None:
    with pytest.raises(UserError) as told:
        kind_of(Path("a.xlsx"), ("json", "csv"))
    assert str(told.value) == (
        'JSON or CSV is written to a file that ends in .json or .csv, not to "a.xlsx"; a workbook '
        "is made by vfi workbook"
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"is a folder; name a file in it that ends in \.zip"):
        kind_of(tmp_path, ("bundle",))


def test_where_no_file_is_named_nothing_is_refused() -> None:
    refuse_other_endings(None, "bundle")
    with pytest.raises(UserError):
        refuse_other_endings(Path("a.tar"), "bundle")
