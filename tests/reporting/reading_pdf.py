"""What a finished PDF says to a screen reader, read back from its objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

HEXADECIMAL = re.compile(r"<([0-9a-fA-F]+)>")


@dataclass
class Element:
    """A structure element: its kind without the slash, its object, and what is in it."""

    kind: str
    object: Any
    kids: list[Element] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text below the element, with single spaces."""
        return " ".join(" ".join(mark for element in self.walk() for mark in element.marks).split())

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *kinds: str) -> list[Element]:
        """The elements of these kinds, in reading order."""
        return [element for element in self.walk() if element.kind in kinds]

    def attribute(self, name: str) -> Any:
        """A value of the element's attribute dictionary, or None."""
        attributes = self.object.get("/A")
        return None if attributes is None else attributes.get(name)


@dataclass
class Artifact:
    """Content outside the tags: its page (counted from 1), its kind, its text, and the line of that
    text.

    The line is counted from the top of the page, in CSS pixels.
    """

    page: int
    kind: str
    text: str
    line: float


@dataclass
class Reading:
    """A PDF, its tag tree and its artifacts."""

    pdf: pikepdf.Pdf
    document: Element
    artifacts: list[Artifact]
    untagged: list[str]

    @property
    def ids(self) -> dict[str, Any]:
        """The elements that the index of ids leads to."""
        names = self.pdf.Root.StructTreeRoot.IDTree.Names
        return {str(names[place]): names[place + 1] for place in range(0, len(names), 2)}

    @property
    def bookmarks(self) -> list[tuple[str, int]]:
        """The titles of the outermost bookmarks and the pages that they lead to."""
        with self.pdf.open_outline() as outline:
            return [(str(item.title), self.page_of(item.destination)) for item in outline.root]

    def page_of(self, destination: Any) -> int:
        """The number of the page that a destination leads to."""
        if not isinstance(destination, pikepdf.Array):
            destination = dict(self._destinations())[str(destination)]
        numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, start=1)}
        return numbers[destination[0].objgen]

    def _destinations(self) -> Iterator[tuple[str, Any]]:
        names = self.pdf.Root.Names.Dests.Names
        yield from ((str(names[place]), names[place + 1]) for place in range(0, len(names), 2))


def read_pdf(path: Path) -> Reading:
    """The tags, texts and artifacts of a PDF."""
    pdf = pikepdf.open(path)
    tagged: dict[tuple[tuple[int, int], int], str] = {}
    artifacts: list[Artifact] = []
    untagged: list[str] = []
    for number, page in enumerate(pdf.pages, start=1):
        for mark in _marks(page):
            if mark.number is not None:
                tagged[page.obj.objgen, mark.number] = mark.text
            elif mark.kind == "/Artifact":
                artifacts.append(Artifact(number, mark.detail, mark.text, mark.line))
            else:
                untagged.append(mark.text)
    root = pdf.Root.StructTreeRoot.K[0]
    document = _element(root, tagged)
    untagged += tagged.values()
    return Reading(pdf, document, artifacts, untagged)


def _element(found: Any, tagged: dict[tuple[tuple[int, int], int], str]) -> Element:
    element = Element(str(found.S)[1:], found)
    for kid in found.get("/K", []):
        if isinstance(kid, int):
            element.marks.append(tagged.pop((found.Pg.objgen, kid)))
        elif "/S" in kid:
            element.kids.append(_element(kid, tagged))
        elif kid.get("/Type") == "/OBJR":
            element.annotations.append(kid.Obj)
    return element


@dataclass
class _Mark:
    kind: str
    number: int | None = None
    detail: str = ""
    text: str = ""
    line: float = 0


def _marks(page: pikepdf.Page) -> list[_Mark]:
    """The marked content of a page; text outside any mark comes in marks of the kind "none"."""
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    marks: list[_Mark] = []
    open_marks: list[_Mark] = []
    characters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                open_marks.append(_mark(operands))
                marks.append(open_marks[-1])
            case "EMC":
                open_marks.pop()
            case "Tf":
                characters = fonts[str(operands[0])]
            case "Tm" if open_marks:
                open_marks[-1].line = float(operands[5])
            case "Tj" | "TJ":
                if not open_marks:
                    marks.append(_Mark("none"))
                text = "".join(_decoded(part, characters) for part in _parts(operands[0]))
                (open_marks or marks)[-1].text += text
    return marks


def _mark(operands: Any) -> _Mark:
    properties = operands[1] if len(operands) > 1 else {}
    number = properties.get("/MCID")
    return _Mark(
        str(operands[0]), None if number is None else int(number), str(properties.get("/Type", ""))
    )


def _parts(shown: Any) -> list[bytes]:
    parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
    return [bytes(part) for part in parts if isinstance(part, pikepdf.String)]


def _decoded(codes: bytes, characters: dict[int, str]) -> str:
    return "".join(
        characters.get(int.from_bytes(codes[at : at + 2], "big"), "?")
        for at in range(0, len(codes), 2)
    )


def _characters(font: Any) -> dict[int, str]:
    """The text of each glyph, from the font's own map to Unicode."""
    characters = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        pair = HEXADECIMAL.findall(line)
        if len(pair) == 2 and "codespace" not in line:
            characters[int(pair[0], 16)] = bytes.fromhex(pair[1]).decode("utf-16-be")
    return characters
