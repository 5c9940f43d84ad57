"""What every chapter has: a kind, which names its template, a title, an anchor and a number."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

Chapter = dict[str, Any]


def chapter(kind: str, anchor: str, title: str, *, appendix: bool = False, **shown: Any) -> Chapter:
    """A chapter without its number; `shown` is what its template may use."""
    return {
        "kind": kind,
        "anchor": anchor,
        "title": title,
        "appendix": appendix,
        "text": None,
        **shown,
    }


def with_id(name: str, title: str) -> str:
    """The title of a node with its id before it, unless it begins with that."""
    return title if title.split()[0].rstrip(".:") == name else f"{name} {title}"


def numbered(chapters: Sequence[Chapter]) -> list[Chapter]:
    """The chapters with their numbers: 1, 2 and so on, then Appendix A, B and so on."""
    numbers = iter(range(1, len(chapters) + 1))
    letters = iter(ascii_uppercase)
    found = []
    for one in chapters:
        number = next(letters) if one["appendix"] else str(next(numbers))
        label = f"Appendix {number}" if one["appendix"] else number
        found.append(one | {"number": number, "label": label})
    return found
