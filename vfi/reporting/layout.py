"""A document laid out on pages: all text inside its column, and no page left almost empty.

What a table or a text needs shows only when it is laid out, so this is done, looked at, and done
again with what did not fit set smaller, allowed to break its words, or allowed to go over pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from vfi.numbers import fixed
from vfi.problems import Problem, Problems, quoted
from vfi.reporting.boxes import (
    Box,
    Element,
    boxes,
    first_boxes,
    kind,
    page_box,
    placed,
    shows,
    tag_levels,
    text_of,
)
from vfi.reporting.long_words import let_long_words_break
from vfi.reporting.split_tags import Continuation

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.document import Document

TOLERANCE = 1.0
PIXELS_A_MILLIMETRE = 96 / 25.4
MOST_PASSES = 6
LEAST_FILLED, LARGEST_WHOLE = 0.4, 0.4  # of the height of a page
SMALLER = ("font-size: 7.5pt", "font-size: 6.5pt; overflow-wrap: anywhere")
"""What is tried for a table or a text that is wider than the page, one after the other."""
DIVIDED = "break-inside: auto"
NEVER_DIVIDED = {"figure", "h1", "h2", "h3", "h4", "h5", "h6", "tr"}
ALWAYS = {"always", "left", "page", "recto", "right", "verso"}


@dataclass(frozen=True, slots=True)
class Overflow:
    """A piece of text, or a picture, that leaves its room.

    Attributes:
        page: the number of its page.
        chapter: the heading of the chapter that it is in.
        text: what it says.
        excess: by how many pixels it leaves its room.
        block: the table or the block that it is in.
    """

    page: int
    chapter: str
    text: str
    excess: float
    block: Element


def lay_out(html: HTML, **options: Any) -> Document:
    """The document on pages.

    Args:
        html: the parsed document; long words and what does not fit are changed in it.
        options: what WeasyPrint needs to know.
    """
    let_long_words_break(html.etree_element)
    document = html.render(**options)
    for _ in range(MOST_PASSES):
        if not (_made_smaller(document) | _made_divisible(document)):
            break
        document = html.render(**options)
    return document


def continued_elements(document: Document) -> list[Continuation]:
    """What each page goes on with from the page before."""
    found = [Continuation(0)]
    for before, page in pairwise(document.pages):
        earlier = {id(box.element) for box in boxes(before)}
        found.append(_continuation(page_box(page), earlier))
    return found


def _continuation(whole: Box, earlier: Collection[int]) -> Continuation:
    depth = 0
    for box in first_boxes(whole):
        if id(box.element) not in earlier:
            break
        depth += tag_levels(box)
        if kind(box) == "TableRowBox":
            cells = [_continuation(cell, earlier).depth + tag_levels(cell) for cell in box.children]
            return Continuation(depth, tuple(cells))
    return Continuation(depth)


def misfits(document: Document) -> Iterator[Overflow]:
    """Whatever does not stay in its room, in the order of the pages."""
    chapter = ""
    for number, page in enumerate(document.pages, start=1):
        for part in placed(page):
            if part.box.element_tag == "h2" and kind(part.box) == "BlockBox":
                chapter = text_of(part.box).strip()
            excess = part.room.excess(part.box) if shows(part.box) else 0
            if excess > TOLERANCE:
                yield Overflow(number, chapter, text_of(part.box), excess, part.block)


def sparse_pages(document: Document) -> Iterator[tuple[int, float]]:
    """The numbers of pages that what follows left half empty, and how much of each is filled, from
    0 to 1.
    """
    for number, (page, following) in enumerate(pairwise(document.pages), start=1):
        filled = _filled(page)
        if filled < LEAST_FILLED and not _begins_anew(following, page):
            yield number, filled


def refuse_misfits(document: Document) -> None:
    """Refuse a document with text that leaves its column or the page.

    Raises:
        InvalidInput: each page and block with such text.
    """
    problems = Problems()
    seen = set()
    for misfit in misfits(document):
        if (misfit.page, id(misfit.block)) not in seen:
            seen.add((misfit.page, id(misfit.block)))
            place = (
                f"page {misfit.page} ({misfit.chapter})"
                if misfit.chapter
                else f"page {misfit.page}"
            )
            excess = fixed(Fraction(misfit.excess / PIXELS_A_MILLIMETRE), 1, (0,))
            found = f"{quoted(misfit.text)}, {excess} mm outside its column"
            expected = "what fits on a page: shorter words, fewer columns or a smaller picture"
            problems.add(Problem("the report", None, place, found, expected))
    problems.raise_errors()


def _made_smaller(document: Document) -> bool:
    """Whether something that is too wide was given a smaller type, or leave to break its words."""
    blocks = {
        id(misfit.block): misfit.block for misfit in misfits(document) if misfit.block is not None
    }
    return _add_styles(list(blocks.values()), SMALLER)


def _made_divisible(document: Document) -> bool:
    """Whether something that left a page half empty was allowed to go over pages."""
    emptied = [document.pages[number] for number, _ in sparse_pages(document)]
    if not emptied:
        return False
    pages = document.pages
    large = [
        box.element
        for page in pages
        for box in _kept_whole(page)
        if _share(box, page) > LARGEST_WHOLE
    ]
    moved = [box.element for page in emptied for box in islice(_kept_whole(page), 1)]
    return _add_styles([*large, *moved], (DIVIDED,))


def _add_styles(elements: Sequence[Element], styles: tuple[str, ...]) -> bool:
    """Give each element the first of the styles that it does not have yet; whether there was one
    for any.
    """
    given = [_add_style(element, styles) for element in elements]
    return any(given)


def _add_style(element: Element, styles: tuple[str, ...]) -> bool:
    present = element.get("style", "")
    following = next((style for style in styles if style not in present), None)
    if following is None:
        return False
    element.set("style", "; ".join(filter(None, [present, following])))
    return True


def _kept_whole(page: Any) -> Iterator[Box]:
    """The boxes of a page that are not divided between pages, and could be."""
    for box in boxes(page):
        is_whole = box.style["break_inside"] != "auto" and box.element is not None
        if is_whole and box.element_tag == box.element.tag not in NEVER_DIVIDED:
            yield box


def _share(box: Box, page: Any) -> float:
    """The height of a box as a share of the page's."""
    return float(box.margin_height() / page_box(page).height)


def _filled(page: Any) -> float:
    """How much of the height of a page is used, from 0 to 1."""
    whole = page_box(page)
    top = whole.content_box_y()
    ends = [box.position_y + box.margin_height() for box in boxes(page) if shows(box)]
    return float((max(ends, default=top) - top) / whole.height)


def _begins_anew(page: Any, before: Any) -> bool:
    """Whether a page begins something that always begins a page, and does not go on with what came
    before.
    """
    if page_box(page).page_type.name != page_box(before).page_type.name:
        return True
    earlier = {id(box.element) for box in boxes(before)}
    begun = [box for box in first_boxes(page_box(page)) if id(box.element) not in earlier]
    return any(box.style["break_before"] in ALWAYS for box in begun)
