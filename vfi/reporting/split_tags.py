"""Structure elements that WeasyPrint writes once for each page that they run over, joined into one
each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

APART = {"/Figure", "/Link"}
"""Kinds that hold their content or their place to click themselves, for the page that they are
on.
"""


@dataclass(frozen=True, slots=True)
class Continuation:
    """What a page goes on with from the page before.

    Attributes:
        depth: how many structure elements, one in the other, down to the row of a table at most.
        cells: for each cell of that row how many, the cell itself with it.
    """

    depth: int
    cells: tuple[int, ...] = ()


def join_split_elements(pdf: Pdf, continued: Sequence[Continuation]) -> None:
    """Join what runs over pages: chapters, paragraphs, lists, and tables, whose repeated heads lose
    their tags.

    Args:
        pdf: a tagged PDF that WeasyPrint wrote.
        continued: for each page what it goes on with.
    """
    import pikepdf

    document = pdf.Root.StructTreeRoot.K[0]
    by_page = {page.obj.objgen: found for page, found in zip(pdf.pages, continued, strict=True)}
    kept: list[Object] = []
    repeated: list[Object] = []
    page = None
    for element in elements_in(document):
        is_first = element.Pg.objgen != page
        page = element.Pg.objgen
        if not (is_first and kept and _join(kept[-1], element, by_page[page], repeated)):
            kept.append(element)
    document.K = pikepdf.Array(kept)
    _forget(pdf, repeated)


def _join(first: Object, second: Object, continued: Continuation, repeated: list[Object]) -> bool:
    """Put what is in the second element into the first, if it goes on with it; whether that is
    so.
    """
    kids = contents_of(second)
    is_same = continued.depth and first.S == second.S
    if not is_same or first.S in APART or any(isinstance(kid, int) for kid in kids):
        return False
    if first.S == "/TR":
        for cell, following, depth in zip(elements_in(first), kids, continued.cells, strict=False):
            _join(cell, following, Continuation(depth), repeated)
        return True
    if first.S == "/Table":
        kids = _without_heads(first, kids, repeated)
    below = replace(continued, depth=continued.depth - 1)
    earlier = list(elements_in(first))
    if earlier and kids and "/S" in kids[0] and _join(earlier[-1], kids[0], below, repeated):
        kids = kids[1:]
    for kid in kids:
        if "/S" in kid:
            kid.P = first
        first.K.append(kid)
    return True


def _without_heads(table: Object, kids: Sequence[Object], repeated: list[Object]) -> list[Object]:
    """The parts that go on with a table, their cells referring to its head and no longer to the
    repeated one.
    """
    heads = [kid for kid in kids if kid.S == "/THead"]
    first_heads = [kid for kid in elements_in(table) if kid.S == "/THead"]
    if not heads or not first_heads:
        return list(kids)
    repeated += heads
    pairs = zip(_cells(heads[0]), _cells(first_heads[0]), strict=False)
    ids = {
        str(again.ID): again_of.ID
        for again, again_of in pairs
        if "/ID" in again and "/ID" in again_of
    }
    bodies = [kid for kid in kids if kid.S != "/THead"]
    for cell in (cell for body in bodies for cell in _cells(body)):
        _refer(cell, ids)
    return bodies


def _cells(part: Object) -> Iterator[Object]:
    for row in elements_in(part):
        yield from elements_in(row)


def _refer(cell: Object, ids: Mapping[str, Object]) -> None:
    import pikepdf

    attributes = cell.get("/A")
    if attributes is not None and "/Headers" in attributes:
        attributes.Headers = pikepdf.Array(
            [ids.get(str(name), name) for name in attributes.Headers]
        )


def _forget(pdf: Pdf, repeated: Sequence[Object]) -> None:
    """Take elements out of the index that leads from the content of each page to its element."""
    if not repeated:
        return
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    by_number = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    for head in repeated:
        for page, content in _marked(head):
            by_number[int(page.StructParents)][content] = None


def _marked(element: Object) -> Iterator[tuple[Object, int]]:
    """The marked content below an element: its page and its number."""
    for kid in contents_of(element):
        if isinstance(kid, int):
            yield element.Pg, kid
        elif "/S" in kid:
            yield from _marked(kid)


def elements_in(element: Object) -> Iterator[Object]:
    """The structure elements right below one."""
    for kid in contents_of(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield kid


def contents_of(element: Object) -> list[Object]:
    """The elements right below a structure element, and the numbers of its marked content."""
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
