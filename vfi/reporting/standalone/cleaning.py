"""From any markup to a page that holds only what is admitted.

The markup is read as a browser reads it, into a tree, and the page is written anew from the tree.
What was written is read again, until writing it once more changes nothing: then every program reads
the same tree from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from vfi.problems import Problem, Problems, quoted
from vfi.reporting.confined.limits import TimeIsUp
from vfi.reporting.standalone.admitted import (
    HTML,
    SVG,
    VOID_ELEMENTS,
    is_admitted,
    takes,
    written_name,
)
from vfi.reporting.standalone.attributes import attribute_faults, drawing_faults, split_name
from vfi.reporting.standalone.styles import style_faults
from vfi.reporting.standalone.writing import characters, end_tag, start_tag, text

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action "
    "'none'; base-uri 'none'"
)
DEEPEST = 200  # browsers cut off below 512, and WeasyPrint cannot follow much deeper
MOST_READINGS = 5
NAME_SHOWN = 40
OPENING = ({"charset": "utf-8"}, {"http-equiv": "Content-Security-Policy", "content": POLICY})
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a page may not have: where it is, what is there and what was expected."""

    field: str
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page that stands alone.

    Attributes:
        html: the page.
        faults: what was left out of it, each kind of thing once; and links to places that it does
            not have.
    """

    html: str
    faults: tuple[Fault, ...]


def stand_alone(html: str, file: str) -> str:
    """A finished document, whose template and stylesheet may come from strangers, as a page that
    stands alone.

    Args:
        html: the document.
        file: what to call it in a problem.

    Raises:
        InvalidInput: it has something that runs, fetches or sends, an element or attribute that is
            not admitted, or a link to a place that is neither in it nor on the web; all problems at
            once.
    """
    page = cleaned(html)
    problems = Problems()
    for fault in page.faults:
        problems.add(Problem(file, None, fault.field, fault.found, fault.expected))
    problems.raise_errors()
    return page.html


def cleaned(html: str) -> Cleaned:
    """The document without what is not admitted; cleaning the result changes nothing."""
    first = _page(html)
    written, faults = first.html, first.faults
    for _ in range(MOST_READINGS):
        again = _page(written).html
        if again == written:
            return Cleaned(written, (*faults, *first.dangling()))
        written = again
    fault = Fault(
        "",
        "markup that is another page each time it is read",
        "elements closed in the order of opening",
    )
    return Cleaned(_page("").html, (*faults, fault))


def _page(html: str) -> _Page:
    import tinyhtml5

    page = _Page()
    try:
        root = tinyhtml5.parse(html)
    except (MemoryError, TimeIsUp):
        raise
    except Exception as error:  # what a parser makes of hostile markup is not known beforehand
        page.refuse("", f"markup that cannot be read ({type(error).__name__})", "HTML")
        root = tinyhtml5.parse("")
    page.write(root)
    return page


def _opens(element: Element) -> bool:
    """Whether an element is one of those that every page begins with, and that need not be written
    again.
    """
    given = {
        key: value.lower() if key == "charset" else value for key, value in element.attrib.items()
    }
    return given in OPENING


@dataclass(slots=True)
class _Open:
    """An element that is being written: its name, the children still to come, and what closes
    it.
    """

    element: Element
    name: Name
    children: Iterator[Element]
    end: str


@dataclass(slots=True)
class _Page:
    """A page as it is written from a tree."""

    pieces: list[str] = field(default_factory=list)
    told: dict[Fault, None] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    anchors: dict[str, None] = field(default_factory=dict)

    @property
    def html(self) -> str:
        return "".join(self.pieces)

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(self.told)

    def dangling(self) -> Iterator[Fault]:
        """Links to places that the page does not have."""
        for anchor in self.anchors:
            if anchor not in self.ids:
                yield Fault("a href", quoted(f"#{anchor}"), "the id of a place in the report")

    def refuse(self, where: str, found: str, expected: str) -> None:
        self.told.setdefault(Fault(where, found, expected))

    def write(self, root: Element) -> None:
        """The whole document: head and body, with the encoding and the policy first."""
        self.pieces += [
            "<!DOCTYPE html>\n",
            start_tag("html", self._attributes(root, (HTML, "html"))),
            "\n<head>\n",
        ]
        self.pieces += [start_tag("meta", opening.items()) + "\n" for opening in OPENING]
        parts = {split_name(part.tag): part for part in root if isinstance(part.tag, str)}
        for name in parts.keys() - {(HTML, "head"), (HTML, "body")}:
            self._refuse_element(name)
        for child in parts.get((HTML, "head"), ()):
            self._write_in_head(child)
        self.pieces.append("</head>\n")
        body = parts.get((HTML, "body"))
        self._write_tree(Element(f"{{{HTML}}}body") if body is None else body)
        self.pieces.append("\n</html>\n")

    def _write_in_head(self, element: Element) -> None:
        if not isinstance(element.tag, str) or _opens(element):
            return
        name = split_name(element.tag)
        if not is_admitted(*name, (HTML, "head")):
            self._refuse_element(name)
            return
        self.pieces.append(start_tag(name[1], self._attributes(element, name)))
        if name[1] == "style":
            self.pieces.append(self._style(element.text or ""))
        else:
            self.pieces.append(text(element.text))
        self.pieces.append("\n" if name[1] in VOID_ELEMENTS else f"{end_tag(name[1])}\n")

    def _style(self, css: str) -> str:
        faults = list(style_faults(css, drawing_faults))
        for found, expected in faults:
            self.refuse("style", found, expected)
        return "" if faults else characters(css)

    def _write_tree(self, body: Element) -> None:
        opened = [self._opened(body, (HTML, "body"))]
        while opened:
            innermost = opened[-1]
            child = next(innermost.children, None)
            if child is None:
                self._close(opened.pop(), is_body=not opened)
            elif name := self._admitted_name(child, innermost.name, len(opened)):
                opened.append(self._opened(child, name))
            else:
                self.pieces.append(text(child.tail))

    def _close(self, element: _Open, *, is_body: bool) -> None:
        if is_body:
            self._end_lines()
        self.pieces.append(element.end)
        if not is_body:
            self.pieces.append(text(element.element.tail))

    def _end_lines(self) -> None:
        """One line end before the body ends: what stands after it is read as if it stood inside."""
        while self.pieces and not self.pieces[-1].strip(" \t\n"):
            self.pieces.pop()
        self.pieces[-1:] = [*(piece.rstrip(" \t\n") for piece in self.pieces[-1:]), "\n"]

    def _admitted_name(self, element: Element, parent: Name, depth: int) -> Name | None:
        if not isinstance(element.tag, str):  # a comment
            return None
        name = split_name(element.tag)
        if not is_admitted(*name, parent):
            self._refuse_element(name)
            return None
        if depth >= DEEPEST:
            self.refuse(name[1], f"more than {DEEPEST} elements, each in another", "fewer")
            return None
        return name

    def _opened(self, element: Element, name: Name) -> _Open:
        namespace, local = name
        is_empty = not len(element) and not element.text
        closes_itself = namespace == SVG and is_empty
        self.pieces.append(
            start_tag(local, self._attributes(element, name), closes_itself=closes_itself)
        )
        if local == "pre" and (element.text or "").startswith("\n"):
            self.pieces.append("\n")  # the first one is not read
        self.pieces.append(text(element.text))
        has_end = not closes_itself and not (namespace == HTML and local in VOID_ELEMENTS)
        return _Open(element, name, iter(element), end_tag(local) if has_end else "")

    def _attributes(self, element: Element, name: Name) -> list[tuple[str, str]]:
        written = []
        for key, value in element.attrib.items():
            attribute = written_name(key)
            if self._is_sound(name, attribute, value):
                written.append((attribute, value))
                self._note(name[1], attribute, value)
        return written

    def _is_sound(self, name: Name, attribute: str, value: str) -> bool:
        where = f"{name[1]} {attribute[:NAME_SHOWN]}"
        if not takes(*name, attribute):
            self.refuse(
                where,
                quoted(value),
                "an attribute that only shows something (see templates/README.md)",
            )
            return False
        faults = list(attribute_faults(*name, attribute, value))
        for found, expected in faults:
            self.refuse(where, found, expected)
        return not faults

    def _note(self, element: str, attribute: str, value: str) -> None:
        if attribute == "id":
            self.ids.add(value)
        elif element == "a" and value.startswith("#"):
            self.anchors.setdefault(unquote(value[1:]))

    def _refuse_element(self, name: Name) -> None:
        local = name[1][:NAME_SHOWN]
        expected = (
            "elements that only show something, each where it belongs (see templates/README.md)"
        )
        self.refuse(local, f"the element {local}", expected)
