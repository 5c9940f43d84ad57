"""Writing a page: text and attributes escaped, so that every program reads the tree that was
written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
VALUE_ESCAPES = TEXT_ESCAPES | str.maketrans({'"': "&quot;"})
BREAKS = re.compile("[\x0b\x0c\x85]")
UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
REPLACEMENT = "\ufffd"


def characters(content: str) -> str:
    """The text with only such characters as a page may have."""
    return UNWRITABLE.sub(REPLACEMENT, BREAKS.sub(" ", content))


def text(content: str | None) -> str:
    """Text between tags."""
    return characters(content).translate(TEXT_ESCAPES) if content else ""


def start_tag(
    name: str, attributes: Iterable[tuple[str, str]] = (), *, closes_itself: bool = False
) -> str:
    """A start tag with its attributes."""
    written = "".join(
        f' {key}="{characters(value).translate(VALUE_ESCAPES)}"' for key, value in attributes
    )
    return f"<{name}{written}{'/' if closes_itself else ''}>"


def end_tag(name: str) -> str:
    """An end tag."""
    return f"</{name}>"
