from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vfi.problems import nearest
from vfi.signs import plain_name, unseen_difference

MEANT = "Insufficient evidence"


@pytest.mark.parametrize(
    "space", ["\xa0", "\u202f", "\u2003", "\u3000", "\t", "\n", "  ", "\x85", "\u2028"]
)
def test_any_white_space_in_a_name_is_one_space(space: str) -> None:
    assert plain_name(f"{space}Insufficient{space}evidence{space}") == MEANT


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e", "\u200d"])
def test_invisible_signs_go_from_the_ends_and_stay_inside(sign: str) -> None:
    assert plain_name(f"{sign}Go{sign}od{sign}") == f"Go{sign}od"


@given(st.text())
def test_a_plain_name_is_plain_and_composed(text: str) -> None:
    name = plain_name(text)
    assert plain_name(name) == name
    assert plain_name(unicodedata.normalize("NFD", text)) == name


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("Insufficient\xa0evidence", "U+00A0 NO-BREAK SPACE at character 13"),
        ("Insufficient  evidence", "U+0020 SPACE at character 14"),
        ("insuffi\u00adcient evidence", "U+00AD SOFT HYPHEN at character 8"),
        ("Insufficient\u200b evidence", "U+200B ZERO WIDTH SPACE at character 13"),
        ("Insufficient evid\u0435nce", "U+0435 CYRILLIC SMALL LETTER IE at character 18"),
        ("\u0399nsufficient evidence", "U+0399 GREEK CAPITAL LETTER IOTA at character 1"),
        ("\uff29nsufficient evidence", "U+FF29 FULLWIDTH LATIN CAPITAL LETTER I at character 1"),
        ("Insu\ufb03cient evidence", "U+FB03 LATIN SMALL LIGATURE FFI at character 5"),
    ],
)
def test_a_word_that_reads_like_the_one_meant_is_told_with_the_sign_that_differs(
    word: str, sign: str
) -> None:
    assert unseen_difference(word, MEANT) == sign
    assert nearest(word, ["Poor", MEANT]) == f'did you mean "{MEANT}", without {sign}?'


def test_the_sign_can_be_in_the_word_that_is_known() -> None:
    hint = nearest("E1-1", ["E1\u20111", "E2"])
    assert hint == 'did you mean "E1\u20111", with U+2011 NON-BREAKING HYPHEN at character 3?'


@pytest.mark.parametrize(
    "word", [MEANT, "insufficient evidence", "Insufficient evidenc", "Ünsufficient evidence"]
)
def test_a_difference_that_can_be_seen_is_no_unseen_one(word: str) -> None:
    assert unseen_difference(word, MEANT) == ""


def test_accents_that_are_composed_in_one_word_only_are_told() -> None:
    assert (
        unseen_difference("Wa\u0308rm", "W\xe4rm") == "U+0061 LATIN SMALL LETTER A at character 2"
    )
