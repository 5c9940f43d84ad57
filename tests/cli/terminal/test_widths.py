from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.cli.terminal.widths import centred, folded, padded, width_of

WORDS = st.text("abc日本e\u0301 ", max_size=60)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("日本", 4),
        ("e\u0301", 1),
        ("ｆｕｌｌ", 8),
        ("가", 2),
        ("🎉", 2),
        ("❤\ufe0f", 2),
    ],
)
def test_width_is_that_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


def test_padding_counts_columns_and_not_characters() -> None:
    assert padded("日本", 6) == "日本  "
    assert padded("日本", 6, to_right=True) == "  日本"
    assert centred("日", 4) == " 日 "


def test_a_paragraph_is_folded_between_words() -> None:
    text = "one two three\nfour"
    assert folded(text, 9, "- ", "  ") == ["- one two", "  three", "  four"]
    assert folded("", 9) == [""]


def test_a_word_that_is_wider_than_a_line_is_broken_unless_it_is_a_path() -> None:
    assert folded("see abcdefghijkl now", 6) == ["see", "abcdef", "ghijkl", "now"]
    assert folded("see abcdef/ghijkl now", 6, keeps_paths=True) == ["see", "abcdef/ghijkl", "now"]


@given(WORDS, st.integers(4, 30))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(text: str, width: int) -> None:
    lines = folded(text, width, "", "  ")
    assert max(map(width_of, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())
