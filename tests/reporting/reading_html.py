"""An HTML document as a tree, read with the standard library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}


@dataclass
class Element:
    """An element: its tag, its attributes, and the elements and texts in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in the element, with single spaces."""
        pieces = [part if isinstance(part, str) else part.text for part in self.content]
        return " ".join(" ".join(pieces).split())

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def children(self) -> list[Element]:
        return [part for part in self.content if isinstance(part, Element)]

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, *tags: str, where: str | None = None) -> list[Element]:
        """The elements with one of the tags, and with a class where one is given."""
        return [e for e in self.walk() if e.tag in tags and (where is None or where in e.classes)]

    def by_id(self, name: str) -> Element:
        """The one element with that id."""
        (found,) = (element for element in self.walk() if element.attributes.get("id") == name)
        return found


Page = Element


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].content.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def read_html(html: str) -> Page:
    """The document, every element of which is closed where it should be."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert [element.tag for element in builder.open] == ["document"]
    return builder.open[0]


def body_rows(table: Element) -> list[list[str]]:
    """The texts of the cells of a table, row by row, without its head."""
    rows = [row for body in table.find("tbody") for row in body.find("tr")]
    return [[cell.text for cell in row.find("th", "td")] for row in rows]
