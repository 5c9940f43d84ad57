from __future__ import annotations

import re

import pytest

from tests.making import ROOT

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (?P<change>[^|]+) \| `(?P<file>[^`]+)` \| `(?P<word>[^`]+)` \|$", re.MULTILINE
)
PATH = re.compile(r"`((?:vfi|templates|docs|scripts|benchmarks)/[\w./-]*)`")
LEAST_ROWS = 20


def test_every_path_that_is_named_is_there() -> None:
    assert [path for path in PATH.findall(TEXT) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("row", [*ROW.finditer(TEXT)], ids=lambda row: row["change"])
def test_a_change_is_made_where_the_table_says(row: re.Match[str]) -> None:
    assert row["word"] in (ROOT / row["file"]).read_text(encoding="utf-8")


def test_the_table_answers_what_people_ask() -> None:
    assert len(ROW.findall(TEXT)) >= LEAST_ROWS


def test_every_room_and_every_module_beside_them_is_named() -> None:
    named = set(PATH.findall(TEXT))
    package = ROOT / "vfi"
    rooms = {f"vfi/{path.parent.name}/" for path in package.glob("*/__init__.py")}
    modules = {f"vfi/{path.name}" for path in package.glob("[!_]*.py")}
    assert (rooms | modules) - named - {"vfi/version.py"} == set()
