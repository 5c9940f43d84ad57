"""What PDF/UA-1 (ISO 14289-1) asks for and WeasyPrint 70 leaves out, put into a finished PDF.

Header cells get their scope, and ids that data cells refer to get the index that makes them findable; running
heads and page numbers become artifacts, which a screen reader passes over; links are marked as printable.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.problems import UserError

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

MARKED_CONTENT = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
PAGINATION = b"/Artifact\n<</Type /Pagination>>\nBDC"
PRINT_FLAG = 4
PageContent = dict[tuple[int, int], set[int]]


def complete_tags(data: bytes) -> bytes:
    """A tagged PDF with its tags completed.

    Args:
        data: a PDF that WeasyPrint wrote as `pdf/ua-1`.

    Returns:
        The completed PDF; the same input gives the same bytes.

    Raises:
        UserError: the document has no title, or a figure no text alternative.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        if not str(pdf.docinfo.get("/Title", "")).strip():
            raise UserError("the report has no title: its template needs a title element")
        ids: dict[str, Object] = {}
        content: PageContent = defaultdict(set)
        for element, in_head in _elements(pdf.Root.StructTreeRoot):
            _note_content(element, content)
            if element.S == "/Figure":
                _has_alternative(element)
            if element.S == "/TH":
                _set_scope(element, "/Column" if in_head else "/Row")
            if "/ID" in element:
                ids[str(element.ID)] = element
        _index_ids(pdf, ids)
        for page in pdf.pages:
            _make_artifacts(page, content[page.obj.objgen])
            _print_links(page)
        completed = io.BytesIO()
        pdf.save(completed, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return completed.getvalue()


def _elements(root: Object) -> Iterator[tuple[Object, bool]]:
    """Every structure element, with whether it lies in the head of a table."""
    waiting = [(kid, False) for kid in _kids(root)]
    while waiting:
        element, in_head = waiting.pop()
        yield element, in_head
        inside = in_head or element.S == "/THead"
        waiting.extend((kid, inside) for kid in _kids(element))


def _kids(element: Object) -> Iterator[Object]:
    for kid in _content(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield kid


def _content(element: Object) -> list[Object]:
    import pikepdf

    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _note_content(element: Object, content: PageContent) -> None:
    numbers = {int(kid) for kid in _content(element) if isinstance(kid, int)}
    if numbers:
        content[element.Pg.objgen] |= numbers


def _has_alternative(figure: Object) -> None:
    if not str(figure.get("/Alt", "")).strip():
        missing = "an image needs its alt, a drawing a title as its first child"
        raise UserError(f"a figure has no text alternative: {missing}")


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
    """Turn marked content that no structure element holds into artifacts: WeasyPrint leaves margin boxes so."""

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
