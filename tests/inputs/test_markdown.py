from __future__ import annotations

import pytest

from vfi.inputs.markdown import parser


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*so* ~~not~~", "<p><em>so</em> <s>not</s></p>\n"),
        ("H~2~O, m^2^", "<p>H<sub>2</sub>O, m<sup>2</sup></p>\n"),
        ('"said"', "<p>“said”</p>\n"),
        ("Word\n: what it means", "<dl>\n<dt>Word</dt>\n<dd>what it means</dd>\n</dl>\n"),
    ],
)
def test_what_authors_write_is_read(text: str, html: str) -> None:
    assert parser().render(text) == html


def test_html_of_an_author_is_text() -> None:
    assert parser().render("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"


def test_tables_and_footnotes_are_read() -> None:
    rendered = parser().render("|a|\n|-|\n|b[^1]|\n\n[^1]: Note")
    assert "<td>b" in rendered
    assert "Note" in rendered.partition("footnotes-list")[2]
