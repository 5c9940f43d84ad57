from __future__ import annotations

from pathlib import Path

import pytest

from tests.reporting.reading_html import read_html
from vfi.places import shipped_templates
from vfi.problems import InvalidInput, NotFound
from vfi.reporting.page import filled_page

HEAD = '<!DOCTYPE html><html lang="en"><head><title>T</title><style>{{ stylesheet }}</style></head>'
TABLE = "<table><tr><td>a</td></tr></table>"
DRAWING = '<svg role="img" aria-label="d" viewBox="0 0 1 1"></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.css").write_text("p { color: #123456 }")
    return tmp_path


def filled(folder: Path, body: str, **context: str) -> str:
    (folder / "report.html").write_text(f"{HEAD}<body>{body}</body></html>", encoding="utf-8")
    folders = (folder, shipped_templates())
    return filled_page(folders, context, {"narrative/a.md": context.get("word", "")})


def test_the_stylesheet_stands_in_the_page(folder: Path) -> None:
    page = filled(folder, "<p>{{ word }}</p>", word="a & b")
    assert "#123456" in page
    assert "<p>a &amp; b</p>" in page


@pytest.mark.parametrize(("body", "name"), [(TABLE, "Table"), (DRAWING, "Figure")])
def test_what_is_wide_can_be_moved_sideways_with_a_keyboard(
    folder: Path, body: str, name: str
) -> None:
    (around,) = read_html(filled(folder, body)).find("div", where="scroll")
    assert (around.attributes["tabindex"], around.attributes["aria-label"]) == ("0", name)


def test_a_sign_that_no_typeface_has_is_told_with_the_file_that_it_is_in(folder: Path) -> None:
    with pytest.raises(InvalidInput, match=r"narrative/a\.md"):
        filled(folder, "<p>{{ word }}</p>", word="\U000f0000")


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("")
    with pytest.raises(NotFound, match=r"report\.html"):
        filled_page((tmp_path,), {}, {})
