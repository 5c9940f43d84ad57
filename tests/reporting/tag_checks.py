"""What a screen reader needs of a tagged PDF, as checks that tell what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from tests.reporting.reading_pdf import Element, Reading

PRINT_FLAG = 4


def faults(reading: Reading) -> list[str]:
    """Every fault found in the tags of a PDF, in words."""
    return [
        *_of_headings(reading.document),
        *(fault for table in reading.document.find("Table") for fault in _of_table(table, reading)),
        *(
            "figure without a text alternative"
            for f in reading.document.find("Figure")
            if not f.object.get("/Alt")
        ),
        *_of_links(reading.document),
        *(f"text outside the tags: {text}" for text in reading.untagged if text.strip()),
        *_of_artifacts(reading),
    ]


def _of_headings(document: Element) -> Iterator[str]:
    level = 0
    for heading in document.find("H1", "H2", "H3", "H4", "H5", "H6"):
        own = int(heading.kind[1])
        if own > level + 1:
            yield f"heading {own} after {level}: {heading.text}"
        level = own


def _of_table(table: Element, reading: Reading) -> Iterator[str]:
    head = [cell for part in table.find("THead") for cell in part.find("TH")]
    if not head:
        yield f"table without a head: {table.text[:40]}"
    in_head = {cell.object.objgen for cell in head}
    for cell in table.find("TH"):
        expected = "/Column" if cell.object.objgen in in_head else "/Row"
        if cell.attribute("/Scope") != expected:
            yield f"header without the scope {expected}: {cell.text}"
    cells = {cell.object.objgen for cell in table.find("TH")}
    for cell in table.find("TD"):
        headers = [reading.ids.get(str(name)) for name in cell.attribute("/Headers") or ()]
        if not headers or any(header is None or header.objgen not in cells for header in headers):
            yield f"cell whose headers cannot be found: {cell.text}"


def _of_links(document: Element) -> Iterator[str]:
    for link in document.find("Link"):
        if len(link.annotations) != 1:
            yield f"link with {len(link.annotations)} places to click: {link.text}"
        if any(not annotation.get("/F", 0) & PRINT_FLAG for annotation in link.annotations):
            yield f"link that is not printed: {link.text}"
        if len(link.find("Link")) > 1:
            yield f"link in a link: {link.text}"


def _of_artifacts(reading: Reading) -> Iterator[str]:
    for artifact in reading.artifacts:
        if artifact.text.strip() and artifact.kind != "/Pagination":
            yield f"text as decoration on page {artifact.page}: {artifact.text}"
