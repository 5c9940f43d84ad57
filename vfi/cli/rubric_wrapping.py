"""How the parts of a rubric are set on a terminal."""

from __future__ import annotations

import textwrap

WIDTH = 96


def indented(label: str, text: str) -> list[str]:
    """A label and a text beside it, on as many lines as it takes."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"  {label}".ljust(15) + " ",
        subsequent_indent=" " * 16,
        break_on_hyphens=False,
    )
