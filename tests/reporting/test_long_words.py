from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from weasyprint import HTML

from vfi.reporting.long_words import LONGEST_PIECE, LONGEST_WHOLE, let_long_words_break

WORDS = st.lists(st.text("ab/-.é", min_size=1, max_size=70), max_size=6)


def pieces(words: list[str]) -> tuple[str, list[str]]:
    """The text of a paragraph with a nested element afterwards, and the pieces that are not
    broken.
    """
    root = HTML(
        string=f"<p>{' '.join(words)} <b>{' '.join(words)}</b> {' '.join(words)}</p>"
    ).etree_element
    let_long_words_break(root)
    (paragraph,) = root.iter("p")
    for place in root.iter("wbr"):
        place.text = "|"
    text = "".join(paragraph.itertext())
    return text.replace("|", ""), text.replace("|", " ").split()


@given(WORDS)
def test_text_stays_as_it_is_and_no_piece_is_long(words: list[str]) -> None:
    text, unbroken = pieces(words)
    assert text.split() == words * 3
    assert all(len(piece) <= LONGEST_WHOLE for piece in unbroken)
    assert all(len(piece) <= LONGEST_PIECE or piece in words for piece in unbroken)


def test_address_breaks_after_its_punctuation() -> None:
    _, unbroken = pieces(["https://www.gov.uk/government/publications/duty"])
    assert unbroken[:4] == ["https://www.gov.", "uk/government/", "publications/", "duty"]


def test_code_and_drawings_are_left_alone() -> None:
    long = "x" * 90
    root = HTML(
        string=f"<pre>{long}</pre><svg><text>{long}</text></svg><title>{long}</title>"
    ).etree_element
    let_long_words_break(root)
    assert not list(root.iter("wbr"))
