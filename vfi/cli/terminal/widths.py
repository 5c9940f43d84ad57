"""Text in the columns of a terminal: how wide it is, padded, and folded to a width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

WHITE = re.compile(r" *[\t\n\r\f\v][ \t\n\r\f\v]*")
EMOJI_SELECTOR = "\ufe0f"  # makes the character before it as wide as an emoji


def width_of(text: str) -> int:
    """How many columns a terminal takes for a text that is all visible."""
    return len(text) if text.isascii() else sum(map(_width, text))


def padded(text: str, width: int, to_right: bool = False) -> str:
    """The text with spaces up to a width, before it where it goes to the right."""
    space = " " * (width - width_of(text))
    return space + text if to_right else text + space


def centred(text: str, width: int) -> str:
    """The text in the middle of a width."""
    before = (width - width_of(text)) // 2
    return padded(" " * max(before, 0) + text, width)


def folded(
    text: str, width: int, first: str = "", later: str = "", *, keeps_paths: bool = False
) -> list[str]:
    """A paragraph on lines of at most a width; a word that is wider than a line is broken.

    Args:
        text: the paragraph; a line end in it counts as a space.
        width: the columns that a line may take.
        first: what the first line starts with.
        later: what every other line starts with.
        keeps_paths: whether the path of a file is not broken, so that it can be copied and an
            editor can follow it, although the line becomes wider.
    """
    lines: list[str] = []
    line, start = "", first
    for word in WHITE.sub(" ", text).strip(" ").split(" "):
        while width_of(start) + width_of(line) + bool(line) + width_of(word) > width:
            if line:
                lines.append((start + line).rstrip())
                line, start = "", later
                continue
            if keeps_paths and "/" in word:
                break
            head, word = _broken(word, max(width - width_of(start), 2))
            lines.append(start + head)
            start = later
            if not word:
                break
        line = f"{line} {word}" if line else word
    return [*lines, (start + line).rstrip()] if line or not lines else lines


def cut(text: str, width: int) -> str:
    """As much of a text as fits."""
    return _broken(text, width)[0]


def _broken(word: str, width: int) -> tuple[str, str]:
    """As much of a word as fits, and what is left of it; marks stay with their letter."""
    fitting = sum(total <= width for total in accumulate(map(_width, word)))
    return word[:fitting], word[fitting:]


def words_of(text: str) -> Iterator[str]:
    """The words that a fold keeps whole where it can."""
    return (word for word in WHITE.sub(" ", text).split(" ") if word)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return int(character == EMOJI_SELECTOR)
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
