from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from vfi.reporting.standalone.writing import characters, end_tag, start_tag, text


@given(st.text())
def test_text_is_read_again_as_it_was(content: str) -> None:
    written = text(content)
    assert not {"<", ">"} & set(written)
    assert html.unescape(written) == characters(content)


@given(st.text())
def test_value_stays_within_its_quotation_marks(value: str) -> None:
    written = start_tag("p", [("title", value)])
    assert written.startswith('<p title="')
    assert written.endswith('">')
    inside = written[len('<p title="') : -2]
    assert not {"<", ">", '"'} & set(inside)
    assert html.unescape(inside) == characters(value)


def test_tags_are_written_plainly() -> None:
    assert start_tag("rect", [("x", "1")], closes_itself=True) == '<rect x="1"/>'
    assert start_tag("p") + end_tag("p") == "<p></p>"
    assert text(None) == ""
