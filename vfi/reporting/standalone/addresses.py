"""Which addresses a page may hold: those it leads a reader to, and those that carry their content
in themselves.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

LINKED = ("#", "http:", "https:", "mailto:")
EMBEDDED_PICTURE = (
    "a picture in a data: URL (image/png, image/jpeg, image/gif, image/webp or image/svg+xml; "
    "base64)"
)
EMBEDDED = f"a place in the page (#...), a font (font/woff2) or {EMBEDDED_PICTURE}"
IN_PAGE = "a place in the page (#...)"
BASE64 = r";base64,[A-Za-z0-9+/]*={0,2}"
PICTURE = re.compile(rf"data:image/(?:png|jpeg|gif|webp){BASE64}")
FONT = re.compile(rf"data:font/woff2{BASE64}")
DRAWING = re.compile(r"data:image/svg\+xml(;base64)?,(.*)", re.DOTALL)


def is_link(address: str) -> bool:
    """Whether an address is one that a reader may be led to: a place in the document, the web or a
    mailbox.
    """
    return address.strip().lower().startswith(LINKED)


def is_picture(address: str) -> bool:
    """Whether an address holds a picture of points in itself; a drawing has to be looked into, see
    `drawing_in`.
    """
    return PICTURE.fullmatch(address) is not None


def is_font(address: str) -> bool:
    """Whether an address holds a font in itself."""
    return FONT.fullmatch(address) is not None


def drawing_in(address: str) -> bytes | None:
    """The SVG that an address holds in itself; None where it holds none that can be read."""
    match = DRAWING.fullmatch(address)
    if match is None:
        return None
    if match[1] is None:
        return unquote_to_bytes(match[2])
    try:
        return base64.b64decode(match[2], validate=True)
    except (binascii.Error, ValueError):
        return None
