from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.visible import as_json, is_plain, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x00\x07\b\r\x7f\x80\x9b", "\\x00\\x07\\x08\\x0d\\x7f\\x80\\x9b"),
        ("Good\u202edooG", "Good<U+202E>dooG"),
        (
            "\u061c\u200b\u200c\u200d\u200e\u200f",
            "<U+061C><U+200B><U+200C><U+200D><U+200E><U+200F>",
        ),
        (
            "\u2028\u2029\u2066\u2069\ufeff\u00ad",
            "<U+2028><U+2029><U+2066><U+2069><U+FEFF><U+00AD>",
        ),
        ("\U000e0041\u3164\u115f", "<U+E0041><U+3164><U+115F>"),
        ("name\udcff.csv", "name\\xff.csv"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert not is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain\n\ttext",
        "Größe ≥ 3 → „gut“ – ⅓ №",
        "Ελληνικά",
        "עברית",
        "العربية",
        "日本語",
        "e\u0301",
        "a\xa0b",
    ],
)
def test_letters_signs_and_spaces_of_every_script_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not [
        c
        for c in shown
        if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c not in "\n\t"
    ]
    assert visible(shown) == shown


@given(st.dictionaries(st.text(), st.text()))
def test_json_says_the_same_with_all_of_it_visible(document: dict[str, str]) -> None:
    text = as_json(document)
    assert json.loads(text) == document
    assert visible(text) == text
