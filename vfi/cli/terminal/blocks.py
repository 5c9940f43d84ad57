"""What a command has to say, before it is known how wide the page is and whether it has colours.

A text for people is a sequence of blocks. A plain string is a paragraph, which keeps its indent and
hangs two columns further in; an empty one is a blank line. Only `layout` turns blocks into lines.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that stands out."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of which every line is indented alike."""

    text: str
    indent: int = 4


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph beside its label.

    Attributes:
        label: what stands before the paragraph, or above it where it is too long for that.
        text: the paragraph.
        column: the column, counted from 0, at which the paragraph starts.
        indent: the columns before the label.
    """

    label: str
    text: str
    column: int = 11
    indent: int = 0


@dataclass(frozen=True, slots=True)
class LevelCell:
    """A level in a cell, on the background of its position on the scale.

    Attributes:
        text: what is shown: its name or its code.
        position: its position on the scale; None for a state without a level, which has no
            background.
        levels: how many levels the scale has.
    """

    text: str
    position: int | None
    levels: int


Cell = str | LevelCell


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in aligned columns; each row becomes a paragraph where they do not fit side by side.

    Attributes:
        rows: the cells, the header first where there is one.
        right: the columns that are aligned to the right.
        has_header: whether the first row is a header.
        is_last_spare: whether the last column is left out where there is no room for it.
    """

    rows: Sequence[Sequence[Cell]]
    right: Collection[int] = ()
    has_header: bool = True
    is_last_spare: bool = False


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Codes in narrow columns; in several parts, one below the other, where they do not fit side by
    side.

    Attributes:
        heads: the heads of the columns.
        rows: per name of a row, its codes.
    """

    heads: Sequence[str]
    rows: Mapping[str, Sequence[LevelCell]]


Block = str | Heading | Paragraph | Labelled | Table | HeatMap
