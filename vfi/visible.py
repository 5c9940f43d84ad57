"""Text from anyone as it may be shown: what is invisible, or would act on a terminal, is spelled
out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

# Whatever is not plainly printable without a look at its category; most text has no such run.
DOUBTFUL = re.compile(r"[^ -~\n\t\xa1-\xac\xae-\u02ff]+")
# Letters and marks by category, and yet nothing is seen of them.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
SPACES = frozenset(
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
LAST_CONTROL = 0x9F
UNDECODABLE = range(0xDC80, 0xDD00)  # how Python holds a byte of a file name that is not UTF-8


def visible(text: str) -> str:
    """The text with signs for what cannot be seen: `\\x1b` for a control character, `<U+202E>` for
    the others.

    Those are the control characters but for tab and line feed, and whatever else has no glyph of
    its own: signs that turn the direction of text, zero-width ones, line and paragraph separators,
    fillers, private and unassigned ones. Letters, marks and spaces of any script stay as they are.
    """
    return _unseen_as(_sign, text)


def as_json(document: Any) -> str:
    """Plain data as indented JSON, in which signs that cannot be seen are escapes."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _unseen_as(lambda character: json.dumps(character)[1:-1], text)


def is_plain(text: str) -> bool:
    """Whether a name can be shown, typed and completed as it is."""
    return visible(text) == text and "\n" not in text and "\t" not in text


def _unseen_as(sign: Callable[[str], str], text: str) -> str:
    return DOUBTFUL.sub(
        lambda run: "".join(c if _is_seen(c) else sign(c) for c in run.group()), text
    )


def _is_seen(character: str) -> bool:
    return character in SPACES or (character.isprintable() and character not in BLANK)


def _sign(character: str) -> str:
    code = ord(character)
    if code in UNDECODABLE:
        return f"\\x{code - UNDECODABLE.start + 0x80:02x}"
    return f"\\x{code:02x}" if code <= LAST_CONTROL else f"<U+{code:04X}>"
