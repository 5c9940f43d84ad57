"""Whether a style fetches nothing: a style sheet, a style attribute or a drawing's attribute, token
by token.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import tinycss2
from tinycss2.ast import (
    AtKeywordToken,
    CurlyBracketsBlock,
    FunctionBlock,
    Node,
    ParenthesesBlock,
    ParseError,
    SquareBracketsBlock,
    StringToken,
    URLToken,
)

from vfi.problems import quoted
from vfi.reporting.standalone.addresses import EMBEDDED, drawing_in, is_font, is_picture

Fault = tuple[str, str]
DrawingFaults = Callable[[bytes], Iterator[Fault]]
BLOCKS = (CurlyBracketsBlock, ParenthesesBlock, SquareBracketsBlock)
MARKUP = re.compile(r"<[A-Za-z/!?]")
FONT_VARIANTS = "annotation character-variant ornaments styleset stylistic swash"
PLAIN_RULES = (
    "charset color-profile container counter-style font-face font-feature-values "
    "font-palette-values footnote keyframes layer media page property scope starting-style "
    "supports view-transition"
)
MARGIN_BOXES = (
    "top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left "
    "bottom-center bottom-right bottom-right-corner left-top left-middle left-bottom right-top "
    "right-middle right-bottom"
)
AT_RULES = frozenset(f"{PLAIN_RULES} {MARGIN_BOXES} {FONT_VARIANTS}".split())
# All of CSS but what takes an address in another form than url(): image(), image-set(), src(),
# cross-fade() ...
NUMBERS = (
    "abs acos asin atan atan2 attr calc calc-size clamp cos env exp hypot log max min mod pow rem "
    "round sign sin sqrt tan var cubic-bezier linear steps fit-content minmax repeat"
)
COLOURS = (
    "color color-contrast color-mix device-cmyk hsl hsla hwb lab lch light-dark oklab oklch rgb "
    "rgba conic-gradient linear-gradient radial-gradient repeating-conic-gradient "
    "repeating-linear-gradient repeating-radial-gradient blur brightness contrast drop-shadow "
    "grayscale hue-rotate invert opacity saturate sepia"
)
SHAPES = (
    "matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex "
    "scaley scalez skew skewx skewy translate translate3d translatex translatey translatez circle "
    "ellipse inset path polygon rect shape xywh"
)
TEXTS = (
    "content counter counters element leader running string symbols target-counter target-counters "
    "target-text url format local tech selector"
)
SELECTORS = (
    "dir has host is lang not nth nth-child nth-col nth-last-child nth-last-col nth-last-of-type "
    "nth-of-type where"
)
FUNCTIONS = frozenset(f"{NUMBERS} {COLOURS} {SHAPES} {TEXTS} {SELECTORS} {FONT_VARIANTS}".split())


def style_faults(css: str, drawing_faults: DrawingFaults) -> Iterator[Fault]:
    """What in a style could fetch something or end it early: what is there, and what was expected.

    It looks at tokens, not at rules, so that it does not matter where a program thinks that a rule
    begins.

    Args:
        css: the style.
        drawing_faults: looks into an SVG that the style carries in a `data:` URL.
    """
    if match := MARKUP.search(css):
        yield quoted(css[match.start() :]), "a style without markup in it"
    waiting = list(reversed(tinycss2.parse_component_value_list(css, skip_comments=True)))
    while waiting:
        token = waiting.pop()
        for address in _addresses(token):
            yield from _address_faults(address, drawing_faults)
        yield from _token_faults(token)
        waiting += reversed(_inside(token))


def _addresses(token: Node) -> list[str]:
    if isinstance(token, URLToken):
        return [token.value]
    if isinstance(token, FunctionBlock) and token.lower_name == "url":
        return [argument.value for argument in token.arguments if isinstance(argument, StringToken)]
    return []


def _address_faults(address: str, drawing_faults: DrawingFaults) -> Iterator[Fault]:
    if address.startswith("#") or is_picture(address) or is_font(address):
        return
    drawing = drawing_in(address)
    if drawing is None:
        yield quoted(address), EMBEDDED
    else:
        yield from drawing_faults(drawing)


def _token_faults(token: Node) -> Iterator[Fault]:
    if isinstance(token, FunctionBlock) and token.lower_name not in FUNCTIONS:
        yield (
            quoted(f"{token.name}()"),
            "a function of CSS that fetches nothing; an address stands in url()",
        )
    elif isinstance(token, AtKeywordToken) and token.lower_value not in AT_RULES:
        yield (
            quoted(f"@{token.value}"),
            "a rule that fetches nothing, such as @media, @page or @font-face",
        )
    elif isinstance(token, ParseError) and token.kind in {"bad-string", "bad-url"}:
        yield (
            f"{token.message} (line {token.source_line} of the style)",
            "text and addresses that end where they should",
        )


def _inside(token: Node) -> list[Node]:
    if isinstance(token, FunctionBlock):
        return list(token.arguments)
    return list(token.content) if isinstance(token, BLOCKS) else []
