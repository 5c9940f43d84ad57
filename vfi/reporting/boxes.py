"""The boxes of WeasyPrint's layout, which it offers no other way to; all that is known of their
insides is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

Box = Any
"""A box of a layout; positions and sizes are in CSS pixels, from the top left corner of its
page.
"""
INLINE = {"InlineBox", "LineBox", "TextBox"}
"""Kinds of boxes whose overflow is never hidden."""
Element = Any
"""An element of the document's tree, which a box is made for."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where text may stand: the content of the page, narrowed by a cell or by a box that hides what
    leaves it.
    """

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: Room) -> Room:
        """What both leave."""
        return Room(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def excess(self, box: Box) -> float:
        """By how many pixels a box stands out of the room; nothing or less where it does not."""
        right, bottom = box.position_x + box.margin_width(), box.position_y + box.margin_height()
        return float(
            max(
                self.left - box.position_x,
                self.top - box.position_y,
                right - self.right,
                bottom - self.bottom,
            )
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with the room that it has, and the innermost table or block that it is in."""

    box: Box
    room: Room
    block: Element


def page_box(page: Any) -> Box:
    """The box of a page as a whole."""
    return page._page_box


def placed(page: Any) -> Iterator[Placed]:
    """Every box of a page with the room that it has."""
    whole = page_box(page)
    sheet = Room(0, 0, page.width, page.height)
    content = _content_room(whole)
    for child in whole.children:
        yield from _placed_below(
            child, sheet if kind(child) == "MarginBox" else content, child.element
        )


def boxes(page: Any) -> Iterator[Box]:
    """The boxes of a page, without its running heads."""
    flow = [child for child in page_box(page).children if kind(child) != "MarginBox"]
    return (box for child in flow for box in child.descendants())


def first_boxes(box: Box) -> Iterator[Box]:
    """The first box in the flow of another one, the first in it, and so on; not the repeated head
    of a table.
    """
    children = getattr(box, "children", ())
    while children:
        in_flow = (child for child in children if child.is_in_normal_flow())
        first = next((child for child in in_flow if not getattr(child, "is_header", False)), None)
        if first is None:
            return
        yield first
        children = getattr(first, "children", ())


def shows(box: Box) -> bool:
    """Whether a box is text or a picture, and not only holds some."""
    return bool(getattr(box, "text", "").strip()) or hasattr(box, "replacement")


def text_of(box: Box) -> str:
    """The text in a box, and a word for each picture."""
    if hasattr(box, "replacement"):
        return "a picture"
    return getattr(box, "text", None) or "".join(
        text_of(child) for child in getattr(box, "children", ())
    )


def kind(box: Box) -> str:
    """The name of a box's class, such as `TableCellBox`."""
    return type(box).__name__


def tag_levels(box: Box) -> int:
    """How many structure elements of a PDF are written for a box, one in the other."""
    if box.element_tag in {"html", "body"} or kind(box) in {"LineBox", "TableBox", "TextBox"}:
        return 0
    has_bullet = "list-item" in box.style["display"] and box.style["list_style_type"] != "none"
    is_wrapped = box.element_tag in {"dd", "dt"} or (box.element_tag == "li" and not has_bullet)
    return 2 if is_wrapped else 1


def _content_room(box: Box) -> Room:
    left, top = box.content_box_x(), box.content_box_y()
    return Room(left, top, left + box.width, top + box.height)


def _placed_below(box: Box, room: Room, block: Element) -> Iterator[Placed]:
    yield Placed(box, room, block)
    if kind(box) == "TableBox" or (
        kind(box) == "BlockBox" and block is not None and block.tag != "table"
    ):
        block = box.element
    if kind(box) == "TableCellBox":
        right = box.position_x + box.border_width()
        room = replace(room, left=max(room.left, box.position_x), right=min(room.right, right))
    hides = box.style["overflow"] != "visible" and kind(box) not in INLINE
    if hides and box.element_tag not in {"html", "body"}:
        left, top = box.padding_box_x(), box.padding_box_y()
        room = room.within(Room(left, top, left + box.padding_width(), top + box.padding_height()))
    for child in getattr(box, "children", ()):
        yield from _placed_below(child, room, block)
