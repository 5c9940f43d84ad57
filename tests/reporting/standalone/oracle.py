"""What a page may hold, told a second time and from the other side: by what no page may hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import tinyhtml5

HTML = (
    "html head meta title style body header footer main nav section article aside div p h1 h2 h3 "
    "h4 h5 h6 hgroup address ul ol li dl dt dd figure figcaption blockquote pre hr table caption "
    "colgroup col thead tbody tfoot tr th td a abbr b bdi bdo br cite code data del details dfn em "
    "i img ins kbd mark q s samp small span strong sub summary sup time u var wbr"
)
DRAWING = (
    "svg g path rect circle ellipse line polyline polygon text tspan textPath defs desc symbol use "
    "image linearGradient radialGradient stop clipPath mask pattern marker"
)
ELEMENTS = frozenset(f"{HTML} {DRAWING}".split())
ADDRESSED = frozenset({"href", "xlink:href", "src"})
EMBEDDED = re.compile(r"data:(image/(png|jpeg|gif|webp|svg\+xml)|font/woff2);base64,")
FETCH = re.compile(
    r"url\((?!\s*[\"']?(?:data:(?:image|font)/|#))|@import|image-set|expression|javascript:",
    re.IGNORECASE,
)


def complaints(page: str) -> list[str]:
    """What is wrong with a page, by two parsers; none of a page that stands alone."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.told + [
        told for element in tinyhtml5.parse(page).iter() for told in _of_element(element)
    ]


def _of_element(element: Element) -> list[str]:
    if not isinstance(element.tag, str):
        return ["a comment"]
    namespace, _, name = element.tag[1:].partition("}")
    known = namespace.endswith(("/1999/xhtml", "/2000/svg"))
    told = [] if known and name in ELEMENTS else [f"element {element.tag}"]
    return told + [
        told for key, value in element.attrib.items() for told in _of_attribute(name, key, value)
    ]


def _of_attribute(element: str, key: str, value: str) -> list[str]:
    name = re.sub(r"\{.*/(xlink|namespace|xmlns)/?\}", "", key)
    told = []
    if not re.fullmatch(r"[A-Za-z][A-Za-z-]*", name) or name.lower().startswith("on"):
        told.append(f"attribute {key}")
    if name in ADDRESSED:
        allowed = ("#", "http:", "https:", "mailto:") if element == "a" else ("#",)
        if not value.strip().lower().startswith(allowed) and not (
            element != "a" and EMBEDDED.match(value)
        ):
            told.append(f"address {value}")
    elif (
        name not in {"alt", "title", "content"}
        and not name.startswith(("aria-", "data-"))
        and FETCH.search(value)
    ):
        told.append(f"value {value}")
    return told


class _Reader(HTMLParser):
    """The standard library's parser, which is not a browser's."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {name.lower() for name in ELEMENTS}:
            self.told.append(f"tag {tag}")
        self.told += [f"{tag} {name}" for name, _ in attrs if name.startswith("on")]

    def handle_comment(self, data: str) -> None:
        self.told.append(f"comment {data}")
