"""Tables of a narrative that are too wide for a page, divided by their columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

from vfi.numbers import named, span
from vfi.reporting.lettering import PAGE_WIDTH, longest_word

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML

USUAL, SMALL = 9.0, 7.5  # points
PADDING = 3.7  # millimetres
Cell = Sequence[Token]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table's tokens: the opening, the rows of its head and of its body, each cell by itself."""

    opening: Token
    head: Sequence[Sequence[Cell]]
    body: Sequence[Sequence[Cell]]

    @property
    def columns(self) -> int:
        return max(len(row) for row in self.head)

    def widths(self, points: float) -> list[float]:
        """The millimetres that each column needs at a size of type."""
        texts = [[row[place] for row in (*self.head, *self.body)] for place in range(self.columns)]
        return [
            longest_word((cell[1].content for cell in cells), points) + PADDING for cells in texts
        ]


def divide_wide_tables(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a text, a table that is wider than a page set in smaller type or, if need be,
    in several parts.

    Each part has the first column, which says what a row is about, and a caption that says which
    columns it holds.
    """
    divided: list[Token] = []
    rest = list(tokens)
    while rest:
        token = rest.pop(0)
        if token.type != "table_open":
            divided.append(token)
            continue
        end = next(place for place, other in enumerate(rest) if other.type == "table_close")
        divided += _fitted(_read(token, rest[:end]))
        del rest[: end + 1]
    return divided


def _read(opening: Token, inner: Sequence[Token]) -> _Table:
    parts: dict[str, list[list[Cell]]] = {"thead_open": [], "tbody_open": []}
    rows = parts["thead_open"]
    for place, token in enumerate(inner):
        if token.type in parts:
            rows = parts[token.type]
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            rows[-1].append(inner[place : place + 3])
    return _Table(opening, parts["thead_open"], parts["tbody_open"])


def _fitted(table: _Table) -> list[Token]:
    if sum(table.widths(USUAL)) <= PAGE_WIDTH:
        return _part(table, range(table.columns))
    table.opening.attrJoin("class", "wide")
    groups = _groups(table.widths(SMALL))
    if len(groups) == 1:
        return _part(table, groups[0])
    return [
        token for group in groups for token in _part(table, group, _caption(group, table.columns))
    ]


def _groups(widths: Sequence[float]) -> list[list[int]]:
    """The columns of each part: the first in every one, and as many of the others as there is room
    for.
    """
    groups: list[list[int]] = [[0]]
    for place in range(1, len(widths)):
        taken = sum(widths[column] for column in groups[-1])
        if taken + widths[place] > PAGE_WIDTH and len(groups[-1]) > 1:
            groups.append([0])
        groups[-1].append(place)
    return groups


def _caption(group: Sequence[int], columns: int) -> str:
    numbers = [place + 1 for place in group[1:]]
    shown = f"{named(len(numbers), 'column')} {span(numbers[0], numbers[-1])}"
    return f"The table in parts: {shown} of {columns}"


def _part(table: _Table, columns: Sequence[int], caption: str = "") -> list[Token]:
    tokens = [table.opening]
    if caption:
        tokens.append(Token("table_caption", "caption", 0, content=caption))
    for name, rows in (("thead", table.head), ("tbody", table.body)):
        if rows:
            tokens.append(Token(f"{name}_open", name, 1, block=True))
            for row in rows:
                tokens.append(Token("tr_open", "tr", 1, block=True))
                tokens += [token for place in columns for token in row[place]]
                tokens.append(Token("tr_close", "tr", -1, block=True))
            tokens.append(Token(f"{name}_close", name, -1, block=True))
    tokens.append(Token("table_close", "table", -1, block=True))
    return tokens


def caption_html(
    self: RendererHTML, tokens: Sequence[Token], place: int, options: Any, env: Any
) -> str:
    """The caption of a part of a table."""
    del self, options, env
    return f"<caption>{tokens[place].content}</caption>\n"
