"""The elements and attributes that a page may have; what is not listed is not written."""

from __future__ import annotations

import re

HTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
XMLNS = "http://www.w3.org/2000/xmlns/"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOTHING: frozenset[str] = frozenset()
CELL = _names("colspan rowspan scope headers abbr")
HTML_ELEMENTS = {
    **dict.fromkeys(
        _names(
            "html head body title style header footer main nav section article aside div p h1 h2 "
            "h3 h4 h5 h6 hgroup address ul dl dt dd figure figcaption blockquote pre hr table "
            "caption thead tbody tfoot tr abbr b bdi bdo br cite code dfn em i kbd mark q s samp "
            "small span strong sub summary sup u var wbr"
        ),
        NOTHING,
    ),
    "a": _names("href hreflang rel"),
    "col": _names("span"),
    "colgroup": _names("span"),
    "data": _names("value"),
    "del": _names("datetime"),
    "details": _names("open"),
    "img": _names("src alt width height"),
    "ins": _names("datetime"),
    "li": _names("value"),
    "meta": _names("name content"),
    "ol": _names("start reversed type"),
    "td": CELL,
    "th": CELL,
    "time": _names("datetime"),
}
HEAD_ELEMENTS = _names("meta style title")
VOID_ELEMENTS = _names("br col hr img meta wbr")
GLOBAL_ATTRIBUTES = _names("class dir hidden id lang role style tabindex title translate")
GLOBAL_FAMILY = re.compile(r"(?:aria|data)-[a-z][a-z0-9-]*")

SHAPE = _names("cx cy d height pathLength points r rx ry width x x1 x2 y y1 y2")
PRESENTATION = _names(
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation direction "
    "display dominant-baseline fill fill-opacity fill-rule font-family font-size font-size-adjust "
    "font-stretch font-style font-variant font-weight image-rendering letter-spacing marker-end "
    "marker-mid marker-start mask opacity overflow paint-order pointer-events shape-rendering "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration "
    "text-rendering transform transform-origin unicode-bidi vector-effect visibility word-spacing "
    "writing-mode"
)
VIEW = _names("preserveAspectRatio viewBox")
GRADIENT = _names("gradientTransform gradientUnits href spreadMethod xlink:href")
TEXT = _names("dx dy lengthAdjust rotate textLength")
SVG_ELEMENTS = {
    **dict.fromkeys(
        _names("circle defs desc ellipse g line path polygon polyline rect title"), NOTHING
    ),
    "clipPath": _names("clipPathUnits"),
    "image": VIEW | _names("href xlink:href"),
    "linearGradient": GRADIENT,
    "marker": VIEW | _names("markerHeight markerUnits markerWidth orient refX refY"),
    "mask": _names("maskContentUnits maskUnits mask-type"),
    "pattern": VIEW | _names("patternContentUnits patternTransform patternUnits href xlink:href"),
    "radialGradient": GRADIENT | _names("fr fx fy"),
    "stop": _names("offset"),
    "svg": VIEW | _names("version xmlns xmlns:xlink"),
    "symbol": VIEW | _names("refX refY"),
    "text": TEXT,
    "textPath": TEXT | _names("href method side spacing startOffset xlink:href"),
    "tspan": TEXT,
    "use": _names("href xlink:href"),
}
SVG_COMMON = SHAPE | PRESENTATION | _names("xml:lang xml:space")
SVG_TEXT_ONLY = _names("desc title")
PREFIXES = {f"{{{XLINK}}}": "xlink:", f"{{{XML}}}": "xml:", f"{{{XMLNS}}}": "xmlns:"}
NAMESPACES = {"xmlns": SVG, "xmlns:xlink": XLINK}


def is_admitted(namespace: str, name: str, parent: tuple[str, str]) -> bool:
    """Whether an element may stand inside another one.

    Args:
        namespace: of the element.
        name: of the element, without its namespace.
        parent: namespace and name of the element around it.
    """
    around, around_name = parent
    if namespace == SVG:
        inside = around == SVG and around_name not in SVG_TEXT_ONLY
        return name in SVG_ELEMENTS and (inside or (around == HTML and name == "svg"))
    in_place = (around_name == "head") == (name in HEAD_ELEMENTS)
    return namespace == HTML and around == HTML and name in HTML_ELEMENTS and in_place


def takes(namespace: str, name: str, attribute: str) -> bool:
    """Whether an admitted element may have an attribute of that name."""
    if attribute in GLOBAL_ATTRIBUTES or GLOBAL_FAMILY.fullmatch(attribute):
        return True
    if namespace == SVG:
        return attribute in SVG_COMMON or attribute in SVG_ELEMENTS[name]
    return attribute in HTML_ELEMENTS[name]


def written_name(name: str) -> str:
    """The name of an attribute as it stands in a file, for one that a parser has put into a
    namespace.
    """
    for namespace, prefix in PREFIXES.items():
        if name.startswith(namespace):
            local = name.removeprefix(namespace)
            return "xmlns" if prefix == "xmlns:" and local == "xmlns" else prefix + local
    return name
