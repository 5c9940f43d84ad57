"""What the value of an attribute may be, and what a drawing that is embedded as a picture may
hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from vfi.problems import quoted
from vfi.reporting.standalone.addresses import (
    EMBEDDED_PICTURE,
    IN_PAGE,
    LINKED,
    drawing_in,
    is_link,
    is_picture,
)
from vfi.reporting.standalone.admitted import (
    NAMESPACES,
    PRESENTATION,
    SVG,
    is_admitted,
    takes,
    written_name,
)
from vfi.reporting.standalone.styles import Fault, style_faults

MOST_SPANNED = 1000  # browsers take no more, and WeasyPrint lays out all that it is told
NUMBER = re.compile("[1-9][0-9]{0,3}")
SPANS = frozenset({"colspan", "rowspan", "span"})
RELATIONS = frozenset(
    {"author", "bookmark", "external", "help", "license", "next", "nofollow", "noopener", "prev"}
)
META_NAMES = re.compile(
    r"application-name|author|color-scheme|description|generator|keywords|viewport|dc(terms)?\..+"
)
STYLED = PRESENTATION | {"style", "gradientTransform", "patternTransform"}
DECLARATION = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml [^?>]*\?>")


def attribute_faults(namespace: str, element: str, name: str, value: str) -> Iterator[Fault]:
    """What is wrong with an attribute that its element takes: what is there, and what was expected.

    Args:
        namespace: of the element.
        element: its name.
        name: the attribute, as it is written.
        value: its value.
    """
    if name in STYLED:
        yield from _style_faults(name, value)
    elif name in {"href", "src", "xlink:href"}:
        yield from _address_faults(element, value)
    elif name in SPANS and not (NUMBER.fullmatch(value) and int(value) <= MOST_SPANNED):
        yield quoted(value), f"a number from 1 to {MOST_SPANNED}"
    elif name == "rel" and not set(value.lower().split()) <= RELATIONS:
        yield quoted(value), f"some of {', '.join(sorted(RELATIONS))}"
    elif (
        namespace != SVG
        and element == "meta"
        and name == "name"
        and not META_NAMES.fullmatch(value.lower())
    ):
        yield (
            quoted(value),
            "a name that only describes the page, such as author, description or dcterms.created",
        )
    elif name in NAMESPACES and value != NAMESPACES[name]:
        yield quoted(value), NAMESPACES[name]


def drawing_faults(data: bytes) -> Iterator[Fault]:
    """What in an SVG file, which a page carries as a picture, could fetch or run something."""
    found = quoted(data[:80].decode("utf-8", errors="replace"))
    content = DECLARATION.sub(b"", data)
    if b"<!" in content or b"<?" in content:
        yield found, "an SVG without declarations and comments"
        return
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - without declarations there are no entities
    except (ElementTree.ParseError, ValueError, LookupError):
        yield found, "an SVG that can be read"
        return
    waiting = [(root, ("http://www.w3.org/1999/xhtml", "body"))]
    while waiting:
        element, parent = waiting.pop()
        namespace, name = split_name(element.tag)
        if not is_admitted(namespace, name, parent) or namespace != SVG:
            yield (
                f"the element {quoted(name)} in an embedded SVG",
                "elements that only show something",
            )
            continue
        yield from _faults_in_drawing(element, name)
        waiting += [(child, (namespace, name)) for child in element]


def split_name(tag: str) -> tuple[str, str]:
    """The namespace of a name as parsers write it, and the name without it."""
    namespace, _, name = tag.rpartition("}")
    return namespace.removeprefix("{"), name


def _faults_in_drawing(element: ElementTree.Element, name: str) -> Iterator[Fault]:
    for key, value in element.attrib.items():
        attribute = written_name(key)
        if not takes(SVG, name, attribute):
            yield (
                f"the attribute {quoted(attribute)} in an embedded SVG",
                "attributes that only show something",
            )
        elif attribute in STYLED:
            yield from style_faults(value, _nested) if "(" in value or "@" in value else ()
        elif attribute in {"href", "xlink:href"} and not (
            value.startswith("#") or is_picture(value)
        ):
            yield quoted(value), IN_PAGE


def _nested(data: bytes) -> Iterator[Fault]:
    yield quoted(data[:40].decode("utf-8", errors="replace")), "no drawing within a drawing"


def _style_faults(name: str, value: str) -> Iterator[Fault]:
    if (
        name == "style" or "(" in value
    ):  # what has no bracket names no address; most attributes are numbers and words
        yield from style_faults(value, drawing_faults)


def _address_faults(element: str, address: str) -> Iterator[Fault]:
    if element == "a":
        if not is_link(address):
            yield quoted(address), f"an address that starts with {', '.join(LINKED)}"
    elif element in {"image", "img"}:
        drawing = drawing_in(address)
        if drawing is not None:
            yield from drawing_faults(drawing)
        elif not is_picture(address):
            yield quoted(address), EMBEDDED_PICTURE
    elif not address.startswith("#"):
        yield quoted(address), IN_PAGE
