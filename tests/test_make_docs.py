"""What docs/ says of tables is what the code declares."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.make_docs import BLOCK, PAGES, Page
from tests.making import ROOT
from vfi.study.tables import TABLES


@pytest.mark.parametrize(
    ("path", "page"), [pytest.param(path, page, id=path.name) for path, page in PAGES]
)
def test_every_page_in_git_is_fresh(path: Path, page: Page) -> None:
    text = path.read_text(encoding="utf-8")
    assert page(text) == text, "run python scripts/make_docs.py"


def test_every_table_of_a_study_has_its_block() -> None:
    text = (ROOT / "docs" / "studies.md").read_text(encoding="utf-8")
    assert {match["name"] for match in BLOCK.finditer(text)} == {table.name for table in TABLES}
    assert all(f"| `{name}` |" in text for table in TABLES for name in table.names)


def test_what_has_to_be_there_is_said_in_the_prose() -> None:
    text = (ROOT / "docs" / "studies.md").read_text(encoding="utf-8").split("## ")[0]
    assert [table.name for table in TABLES if f"`{table.name}`" in text] == [
        table.name for table in TABLES if not table.is_optional
    ]
