"""Whether an HTML document stands alone: opening it fetches nothing, runs nothing and sends nothing."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from urllib.parse import unquote

from vfi.problems import Problem, Problems, quoted

ACTIVE = {"animate", "applet", "base", "embed", "form", "frame", "iframe", "object", "script", "set"}
FETCHED = {"action", "background", "data", "formaction", "href", "manifest", "ping", "poster", "src", "srcset"}
EMBEDDED = ("data:", "#")
LINKED = ("#", "http:", "https:", "mailto:")
CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
CSS_FETCH = re.compile(r"""@import\b|\b(image-set|src)\(|\burl\(\s*["']?(?!["'\s]|data:|#)[^)]{0,60}""", re.IGNORECASE)
MARKUP = re.compile(r"<[A-Za-z/!?]")


def check_stands_alone(html: str, file: str) -> None:
    """Check a finished document, whose template and stylesheet may come from strangers.

    Args:
        html: the document.
        file: what to call it in a problem.

    Raises:
        InvalidInput: it names a file or an address to fetch, has a script or a form, or links to a place that is
            neither in it nor on the web; all problems at once.
    """
    problems = Problems()
    reader = _Reader(file, problems)
    reader.feed(html)
    reader.close()
    reader.check_anchors()
    problems.raise_errors()


def is_link(address: str) -> bool:
    """Whether an address is one that a reader may be led to: a place in the document, the web or a mailbox."""
    return address.strip().lower().startswith(LINKED)


class _Reader(HTMLParser):
    """Goes through the elements of a document and tells what does not stand alone."""

    def __init__(self, file: str, problems: Problems) -> None:
        super().__init__()
        self._file = file
        self._problems = problems
        self._in_style = False
        self._anchors: set[str] = set()
        self._ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if tag in ACTIVE:
            self._tell(tag, f"the element {tag}", "elements that only show something")
        for name, given in attrs:
            self._check_attribute(tag, name, given or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._check_style("style", data)
            self._check_hidden("style", data)

    def handle_comment(self, data: str) -> None:
        self._check_hidden("comment", data)

    def unknown_decl(self, data: str) -> None:
        self._check_hidden("declaration", data)

    def check_anchors(self) -> None:
        for anchor in sorted(self._anchors - self._ids):
            self._tell("a href", quoted(f"#{anchor}"), "the id of a place in the report")

    def _check_attribute(self, tag: str, name: str, value: str) -> None:
        field = f"{tag} {name}"
        if name == "id":
            self._ids.add(value)
        elif name == "style":
            self._check_style(field, value)
        elif name.startswith("on") or name == "srcdoc" or (name == "http-equiv" and value.lower() == "refresh"):
            self._tell(field, quoted(value), "nothing that runs")
        elif tag in {"a", "area"} and name == "href":
            self._check_link(field, value)
        elif name.removeprefix("xlink:") in FETCHED and not value.strip().lower().startswith(EMBEDDED):
            self._tell(field, quoted(value), "embedded content (a data: URL)")

    def _check_link(self, field: str, address: str) -> None:
        if not is_link(address):
            self._tell(field, quoted(address), f"an address that starts with {', '.join(LINKED)}")
        elif address.startswith("#"):
            self._anchors.add(unquote(address[1:]))

    def _check_style(self, field: str, css: str) -> None:
        plain = CSS_ESCAPE.sub(_unescaped, css)
        for found in CSS_FETCH.finditer(plain):
            self._tell(field, quoted(found[0]), "embedded content (a data: URL)")

    def _check_hidden(self, field: str, text: str) -> None:
        """Programs differ on where a comment or a style ends, so neither may hold what could be an element."""
        if found := MARKUP.search(text):
            self._tell(field, quoted(text[found.start() :]), f"a {field} without markup in it")

    def _tell(self, field: str, found: str, expected: str) -> None:
        self._problems.add(Problem(self._file, None, field, found, expected))


def _unescaped(escape: re.Match[str]) -> str:
    if escape[2]:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if code <= sys.maxunicode else "\ufffd"
