"""Words too long for a narrow column, such as addresses and ids: places where a line may break
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

LONGEST_WHOLE = 24
LONGEST_PIECE = 16
UNTOUCHED = {"head", "pre", "script", "style", "textarea", "title"}
LONG_WORD = re.compile(rf"\S{{{LONGEST_WHOLE + 1},}}")
PIECE = re.compile(rf".{{0,{LONGEST_PIECE - 1}}}[/\\_\-.:,;=&?|#](?=.)|.{{1,{LONGEST_PIECE}}}")


def let_long_words_break(root: Any) -> None:
    """Put a `wbr` into every long word of a document's tree: after its punctuation, else after
    every few letters.

    Nothing that is read or copied changes.
    """
    for element in list(_with_text(root)):
        if element.text and LONG_WORD.search(element.text):
            element.text, pieces = _divided(element.text, element)
            element[:0] = pieces
        for child in list(element):
            if child.tail and LONG_WORD.search(child.tail):
                child.tail, pieces = _divided(child.tail, element)
                place = list(element).index(child) + 1
                element[place:place] = pieces


def _with_text(element: Any) -> Iterator[Any]:
    """The elements whose text is set in lines."""
    if not isinstance(element.tag, str) or element.tag in UNTOUCHED or element.tag.endswith("}svg"):
        return
    yield element
    for child in element:
        yield from _with_text(child)


def _divided(text: str, parent: Any) -> tuple[str, list[Any]]:
    """The text up to the first place to break, and for each place an element with the text after
    it.
    """
    parts = [""]
    end = 0
    for word in LONG_WORD.finditer(text):
        first, *rest = PIECE.findall(word[0])
        parts[-1] += text[end : word.start()] + first
        parts += rest
        end = word.end()
    parts[-1] += text[end:]
    breaks = []
    for part in parts[1:]:
        place = parent.makeelement("wbr", {})
        place.tail = part
        breaks.append(place)
    return parts[0], breaks
