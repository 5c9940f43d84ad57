"""From blocks to the lines of a page: everything is made visible, folded to the width, and only
then styled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import assert_never

from vfi.cli.terminal.blocks import (
    Block,
    Cell,
    Heading,
    HeatMap,
    Labelled,
    LevelCell,
    Paragraph,
    Table,
)
from vfi.cli.terminal.widths import centred, folded, padded, width_of, words_of
from vfi.visible import visible

GAP = "  "
MAP_GAP = " "
MEASURE = 96  # columns of prose that can still be read with ease
LONGEST_WORD = 34  # in a cell; a longer one may be broken
LONGEST_HEAD = 12  # of a column of a heat map
NARROWEST_CODE = 3
DEEPEST_INDENT = 8
SHARE_OF_NAMES = 3  # the names of the rows of a heat map take at most a third of the width
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
# Backgrounds of the 256-colour palette from light and warm to dark and cool, each with a text
# colour that reads on it.
RAMP = (
    (224, 0),
    (223, 0),
    (222, 0),
    (186, 0),
    (150, 0),
    (114, 0),
    (72, 0),
    (30, 15),
    (24, 15),
    (23, 15),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What blocks are set on.

    Attributes:
        width: its columns.
        colour: whether it shows styles.
    """

    width: int
    colour: bool = False


def laid_out(blocks: Iterable[Block], page: Page) -> str:
    """The blocks as text."""
    return "\n".join(line for block in blocks for line in _lines(block, page))


def _lines(block: Block, page: Page) -> Iterable[str]:
    if isinstance(block, str):
        return _hanging(block, page.width)
    if isinstance(block, Heading):
        return (_styled(line, BOLD, page) for line in _prose(block.text, page.width))
    if isinstance(block, Paragraph):
        return _prose(block.text, min(page.width, MEASURE), " " * block.indent, " " * block.indent)
    if isinstance(block, Labelled):
        return _labelled(block, min(page.width, MEASURE))
    if isinstance(block, Table):
        return _table(block, page)
    if isinstance(block, HeatMap):
        return _heat_map(block, page)
    assert_never(block)


def _hanging(text: str, width: int) -> list[str]:
    indent = _indent_of(text)
    return _prose(text, width, indent, indent + "  ")


def _indent_of(text: str) -> str:
    return " " * min(len(text) - len(text.lstrip(" ")), DEEPEST_INDENT)


def _labelled(block: Labelled, width: int) -> list[str]:
    indent, column = " " * block.indent, " " * min(block.column, width // 2)
    label = indent + visible(block.label)
    if width_of(label) < len(column):
        return _prose(block.text, width, padded(label, len(column)), column)
    return [
        *folded(label, width, indent, indent + "  "),
        *_prose(block.text, width, column, column),
    ]


def _prose(text: str, width: int, first: str = "", later: str = "") -> list[str]:
    return folded(visible(text), width, first, later, keeps_paths=True)


def _table(table: Table, page: Page) -> Iterator[str]:
    texts = [[visible(_text(cell)) for cell in row] for row in table.rows]
    if not texts:
        return
    natural = [max(map(width_of, column)) for column in zip(*texts, strict=True)]
    needed = [
        width if index in table.right else max(map(_least, column))
        for index, (width, column) in enumerate(zip(natural, zip(*texts, strict=True), strict=True))
    ]
    room = page.width - len(GAP) * (len(natural) - 1)
    if table.is_last_spare and sum(natural) > room:
        yield from _table(
            Table([row[:-1] for row in table.rows], table.right, table.has_header), page
        )
        return
    sizes = _fitting(natural, needed, room)
    if sizes is None:
        yield from _records(texts, table.has_header, page.width)
        return
    for number, (cells, row) in enumerate(zip(table.rows, texts, strict=True)):
        yield from _row(cells, row, sizes, table, page)
        if table.has_header and number == 0:
            yield GAP.join("─" * size for size in sizes)


def _row(
    cells: Sequence[Cell], texts: Sequence[str], sizes: Sequence[int], table: Table, page: Page
) -> Iterator[str]:
    """A row on as many lines as its highest cell takes."""
    folds = [
        folded(text, max(size, 2), _indent_of(text), _indent_of(text))
        for text, size in zip(texts, sizes, strict=True)
    ]
    for parts in zip_longest(*folds, fillvalue=""):
        line = ""
        for index, (cell, part, size) in enumerate(zip(cells, parts, sizes, strict=True)):
            space = " " * (size - width_of(part))
            styled = _painted(part, cell, page)
            line += space + styled if index in table.right else styled + space
            line += GAP
        yield line.rstrip()


def _least(text: str) -> int:
    longest = max(map(width_of, words_of(text)), default=0)
    return len(_indent_of(text)) + min(longest, LONGEST_WORD)


def _fitting(natural: Sequence[int], needed: Sequence[int], width: int) -> list[int] | None:
    """The widths of columns that fit side by side: the widest are folded first; None where they
    cannot fit.
    """
    if sum(needed) > width:
        return None
    sizes = [min(size, width) for size in natural]
    while sum(sizes) > width:
        widest = max((size, index) for index, size in enumerate(sizes) if size > needed[index])[1]
        sizes[widest] -= 1
    return sizes


def _records(rows: Sequence[Sequence[str]], has_header: bool, width: int) -> Iterator[str]:
    """Each row as a paragraph that names what its cells are."""
    heads = rows[0] if has_header else [""] * len(rows[0])
    for name, *cells in rows[1:] if has_header else rows:
        fields = [
            f"{head} {cell}".strip() for head, cell in zip(heads[1:], cells, strict=True) if cell
        ]
        lead = f"{heads[0]} {name}".strip() if name else ""
        yield from folded("; ".join(part for part in (lead, *fields) if part), width, "", "    ")


def _heat_map(heat_map: HeatMap, page: Page) -> Iterator[str]:
    names = [visible(name) for name in heat_map.rows]
    heads = [visible(head) for head in heat_map.heads]
    widest = max(map(width_of, names), default=0)
    first = min(widest, max(page.width // SHARE_OF_NAMES, NARROWEST_CODE))
    codes = {cell.text for row in heat_map.rows.values() for cell in row}
    narrowest = max(NARROWEST_CODE, *map(width_of, codes))
    sizes = [max(min(width_of(head), LONGEST_HEAD), narrowest) for head in heads]
    for part in _parts(sizes, page.width - first):
        yield ""
        yield from _heads([heads[index] for index in part], [sizes[index] for index in part], first)
        for name, row in zip(names, heat_map.rows.values(), strict=True):
            line = "".join(MAP_GAP + _code(row[index], sizes[index], page) for index in part)
            top, *remaining = folded(name, max(first, 2))
            yield padded(top, first) + line
            yield from remaining


def _parts(sizes: Sequence[int], width: int) -> list[list[int]]:
    """The places of the columns, split so that each part fits the width."""
    parts: list[list[int]] = [[]]
    used_width = 0
    for index, size in enumerate(sizes):
        if used_width + size + len(MAP_GAP) > width and parts[-1]:
            parts.append([])
            used_width = 0
        parts[-1].append(index)
        used_width += size + len(MAP_GAP)
    return parts


def _heads(heads: Sequence[str], sizes: Sequence[int], first: int) -> Iterator[str]:
    folds = [folded(head, size) for head, size in zip(heads, sizes, strict=True)]
    highest = max(map(len, folds))
    from_below = [[*[""] * (highest - len(fold)), *fold] for fold in folds]
    for parts in zip(*from_below, strict=True):
        line = "".join(
            MAP_GAP + padded(part, size, to_right=True)
            for part, size in zip(parts, sizes, strict=True)
        )
        yield " " * first + line


@lru_cache(maxsize=1000)  # a heat map has many cells and few that are different
def _code(cell: LevelCell, size: int, page: Page) -> str:
    return _painted(centred(visible(cell.text), size), cell, page)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.text


def _painted(text: str, cell: Cell, page: Page) -> str:
    if isinstance(cell, str) or cell.position is None or not text:
        return text
    background, foreground = RAMP[cell.position * (len(RAMP) - 1) // max(cell.levels - 1, 1)]
    return _styled(text, f"\x1b[48;5;{background};38;5;{foreground}m", page)


def _styled(text: str, style: str, page: Page) -> str:
    return f"{style}{text}{PLAIN}" if page.colour and text else text
