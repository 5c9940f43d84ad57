"""Printing: to the terminal with colour, elsewhere without, to a file whole or not at all."""

from __future__ import annotations

import csv
import gc
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from vfi.outputs import as_json as as_json
from vfi.outputs import safe_cell, write_whole

WIDTH_WHEN_UNKNOWN = 100
SIGPIPE_STATUS = 141
MISSING_CODE = "–"
UNDETERMINED_CODE = "?"
# Backgrounds of the 256-colour palette from light and warm to dark and cool, each with a text colour that reads on it.
RAMP = ((224, 0), (223, 0), (222, 0), (186, 0), (150, 0), (114, 0), (72, 0), (30, 15), (24, 15), (23, 15))


def deliver(text: str, output: Path | None) -> None:
    """Print the text, or write it to the file."""
    if not text.endswith("\n"):
        text += "\n"
    if output is not None:
        write_whole(output, text)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SIGPIPE_STATUS)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV in which no cell can run as a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave Python's collector of cyclic garbage off: large imports make many objects and next to no garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def colour_is_wanted(output: Path | None) -> bool:
    """Whether to colour: only on a terminal, and not where NO_COLOR asks for none."""
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width_of_terminal(output: Path | None) -> int:
    """The columns of the terminal, or of a page where there is none or a file is written."""
    if output is not None:
        return WIDTH_WHEN_UNKNOWN
    return shutil.get_terminal_size((WIDTH_WHEN_UNKNOWN, 40)).columns


def bold(text: str, colour: bool) -> str:
    """The text in bold, where colour is wanted."""
    return f"\x1b[1m{text}\x1b[0m" if colour else text


def painted(text: str, position: int | None, levels: int, colour: bool) -> str:
    """The text on the background of the level at a position of the scale; None is insufficient evidence."""
    if not colour or position is None:
        return text
    background, foreground = RAMP[position * (len(RAMP) - 1) // max(levels - 1, 1)]
    return f"\x1b[48;5;{background};38;5;{foreground}m{text}\x1b[0m"


def columns(rows: Sequence[Sequence[str]], right: Sequence[int] = (), header: bool = True) -> list[str]:
    """Rows as aligned lines, a rule below the header; `right` names the columns aligned to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for number, row in enumerate(rows):
        cells = [
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
        if header and number == 0:
            lines.append("  ".join("─" * width for width in widths))
    return lines
