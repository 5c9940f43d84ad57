"""What PDF/UA-1 (ISO 14289-1) asks for and WeasyPrint 70 leaves out, put into a finished PDF.

Header cells get their scope, and ids that data cells refer to get the index that makes them
findable; a header over several columns is related to the cells of all of them; running heads and
page numbers become artifacts, which a screen reader passes over; links are marked as printable;
what runs over pages becomes one element.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vfi.problems import UserError
from vfi.reporting.spanning_heads import relate_spanning_heads
from vfi.reporting.split_tags import Continuation, contents_of, elements_in, join_split_elements

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

MARKED_CONTENT = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
PAGINATION = b"/Artifact\n<</Type /Pagination>>\nBDC"
PRINT_FLAG = 4
ITEM_PARTS = {"/Lbl", "/LBody", "/L"}
PageContent = dict[tuple[int, int], set[int]]


def complete_tags(data: bytes, continued: Sequence[Continuation] = ()) -> bytes:
    """A tagged PDF with its tags completed.

    Args:
        data: a PDF that WeasyPrint wrote as `pdf/ua-1`.
        continued: for each page what it goes on with from the page before.

    Returns:
        The completed PDF; the same input gives the same bytes.

    Raises:
        UserError: the document has no title, or a figure no text alternative.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        if not str(pdf.docinfo.get("/Title", "")).strip():
            raise UserError("the report has no title: its template needs a title element")
        if continued:
            join_split_elements(pdf, continued)
        content, nested = _repair_elements(pdf)
        for page in pdf.pages:
            _make_artifacts(page, content[page.obj.objgen])
            _remove_places(page, nested)
            _print_links(page)
        completed = io.BytesIO()
        pdf.save(
            completed, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return completed.getvalue()


def _repair_elements(pdf: Pdf) -> tuple[PageContent, list[Object]]:
    """Repair every element; the marked content of each page that one of them holds, and places to
    click to remove.
    """
    ids: dict[str, Object] = {}
    content: PageContent = defaultdict(set)
    nested: list[Object] = []
    for element, in_head in _elements(pdf.Root.StructTreeRoot):
        match str(element.S):
            case "/Figure":
                _has_alternative(element)
            case "/TH":
                _set_scope(element, "/Column" if in_head else "/Row")
            case "/Table":
                relate_spanning_heads(element)
            case "/LI":
                _wrap_body(pdf, element)
            case "/Link":
                nested += _take_places(element)
        _note_content(element, content)
        if "/ID" in element:
            ids[str(element.ID)] = element
    _index_ids(pdf, ids)
    return content, nested


def _elements(root: Object) -> Iterator[tuple[Object, bool]]:
    """Every structure element, with whether it lies in the head of a table."""
    waiting = [(kid, False) for kid in elements_in(root)]
    while waiting:
        element, in_head = waiting.pop()
        yield element, in_head
        inside = in_head or element.S == "/THead"
        waiting.extend((kid, inside) for kid in elements_in(element))


def _note_content(element: Object, content: PageContent) -> None:
    numbers = {int(kid) for kid in contents_of(element) if isinstance(kid, int)}
    if numbers:
        content[element.Pg.objgen] |= numbers


def _has_alternative(figure: Object) -> None:
    if not str(figure.get("/Alt", "")).strip():
        missing = "an image needs its alt, a drawing a title as its first child"
        raise UserError(f"a figure has no text alternative: {missing}")


def _wrap_body(pdf: Pdf, item: Object) -> None:
    """Put what stands in an item of a list, such as paragraphs, into its body: WeasyPrint leaves
    them beside it.
    """
    import pikepdf

    kids = contents_of(item)
    loose = [kid for kid in kids if isinstance(kid, int) or kid.get("/S") not in ITEM_PARTS]
    if not loose:
        return
    body = pdf.make_indirect(
        pikepdf.Dictionary(S=pikepdf.Name.LBody, P=item, K=pikepdf.Array(loose))
    )
    body.Type = pikepdf.Name.StructElem
    if "/Pg" in item:
        body.Pg = item.Pg
    for kid in loose:
        if not isinstance(kid, int) and "/S" in kid:
            kid.P = body
    item.K = pikepdf.Array(
        [*(kid for kid in kids if not isinstance(kid, int) and kid.get("/S") in ITEM_PARTS), body]
    )


def _take_places(link: Object) -> list[Object]:
    """The places to click that parts of a link have beside the link's own, which covers them; they
    lose theirs.
    """
    import pikepdf

    taken = []
    for element, _ in _elements(link):
        kids = contents_of(element)
        places = [kid for kid in kids if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]
        if places:
            taken += [place.Obj for place in places]
            element.K = pikepdf.Array(
                [kid for kid in kids if isinstance(kid, int) or kid.get("/Type") != "/OBJR"]
            )
    return taken


def _remove_places(page: Page, unwanted: Sequence[Object]) -> None:
    import pikepdf

    if unwanted and "/Annots" in page.obj:
        gone = {place.objgen for place in unwanted}
        page.obj.Annots = pikepdf.Array(
            [place for place in page.obj.Annots if place.objgen not in gone]
        )


def _set_scope(header: Object, scope: str) -> None:
    import pikepdf

    attributes = header.get("/A") or pikepdf.Dictionary(O=pikepdf.Name.Table)
    attributes.Scope = pikepdf.Name(scope)
    header.A = attributes


def _index_ids(pdf: Pdf, ids: dict[str, Object]) -> None:
    import pikepdf

    if ids:
        names = pikepdf.Array()
        for name in sorted(ids):
            names.append(pikepdf.String(name))
            names.append(ids[name])
        pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(pikepdf.Dictionary(Names=names))


def _make_artifacts(page: Page, tagged: set[int]) -> None:
    """Turn marked content that no structure element holds into artifacts: WeasyPrint leaves margin
    boxes so.
    """

    def replaced(match: re.Match[bytes]) -> bytes:
        return match[0] if int(match[1]) in tagged else PAGINATION

    stream = page.obj.Contents
    content = stream.read_bytes()
    artifacts = MARKED_CONTENT.sub(replaced, content)
    if artifacts != content:
        stream.write(artifacts)


def _print_links(page: Page) -> None:
    for annotation in page.obj.get("/Annots") or ():
        if annotation.get("/Subtype") == "/Link":
            annotation.F = PRINT_FLAG
