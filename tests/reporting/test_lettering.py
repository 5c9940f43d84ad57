from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tests.making import ROOT
from vfi.reporting.lettering import longest_word, shortened, width_in_ems, width_in_millimetres


@pytest.mark.parametrize("style", ["Regular", "Semibold", "Bold"])
def test_no_letter_of_the_typeface_is_wider_than_it_is_said_to_be(style: str) -> None:
    with TTFont(ROOT / f"templates/fonts/SourceSans3-{style}.woff2") as font:
        size = font["head"].unitsPerEm
        letters = {
            chr(code): font["hmtx"][name][0] / size for code, name in font.getBestCmap().items()
        }
    letters = {
        letter: width for letter, width in letters.items() if letter.isalnum() and letter < "\u0500"
    }
    assert {letter for letter, width in letters.items() if width > width_in_ems(letter)} <= set(
        "ďǄǅǇǊǱǲ"
    )


@given(st.text(max_size=60), st.floats(1, 40))
def test_shortened_text_fits(text: str, room: float) -> None:
    short = shortened(text, room)
    assert width_in_ems(short) <= room or short == "…"
    assert short == text or short.endswith("…")


def test_longest_word_is_that_of_all_texts() -> None:
    assert longest_word(["a bb", "ccc-d"], 10) == width_in_millimetres("ccc", 10)
    assert longest_word([], 10) == 0
