"""Signs in text that look like others, or like nothing: what a name is compared by, and what a sign
is called.
"""

from __future__ import annotations

import re
import unicodedata

# Letters of other alphabets that print like a Latin one, and marks that print like those of a
# keyboard.
LIKE_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухѵԁһԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧογν" + "‐‑‒–—−" + "‘’ʼ“”",
    "ABESIJKMHOPCTYXaesijopcyxvdhqw" + "ABEZHIKMNOPTYXoyv" + "------" + "'''\"\"",
)
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
INVISIBLE_SIGN = re.compile(f"[{INVISIBLE}]")
INVISIBLE_EDGES = re.compile(rf"\A[\s{INVISIBLE}]+|[\s{INVISIBLE}]+\Z")


def plain_name(text: str) -> str:
    """A name as it is compared.

    What no reader can see and no writer means is made alike: composed accents (NFC), one space for
    any white space (a no-break space, a line end, two spaces), nothing at the ends. Other signs
    stay, invisible ones too.
    """
    if text.isascii():
        return " ".join(text.split())
    return " ".join(INVISIBLE_EDGES.sub("", unicodedata.normalize("NFC", text)).split())


def plain_prose(text: str) -> str:
    """Running text with composed accents (NFC) and nothing at the ends; the white space inside is
    the writer's.
    """
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text.strip())


def in_print(text: str) -> str:
    """What a reader sees of a text: without invisible signs, with the usual sign for each that
    looks like it.
    """
    composed = unicodedata.normalize("NFKC", INVISIBLE_SIGN.sub("", text))
    return " ".join(composed.translate(LIKE_LATIN).split())


def is_plainly_seen(text: str) -> bool:
    """Whether a reader sees every sign of a text for what it is: plain ASCII with single spaces."""
    return text.isascii() and text.isprintable() and "  " not in text and text == text.strip(" ")


def unseen_difference(word: str, intended: str) -> str:
    """The first sign by which a word differs from the one meant though it reads the same; "" where
    there is none.

    Such as `U+00A0 NO-BREAK SPACE at character 13`.
    """
    if word == intended or is_plainly_seen(word):
        return ""
    if in_print(word).casefold() != in_print(intended).casefold():
        return ""
    for position, sign in enumerate(word):
        if _is_deceptive(sign, word[position - 1 : position]) and sign not in intended.replace(
            " ", ""
        ):
            return f"{named(sign)} at character {position + 1}"
    return _first_difference(word, intended) if in_print(word) == in_print(intended) else ""


def _first_difference(word: str, intended: str) -> str:
    for position, (sign, intended_sign) in enumerate(zip(word, intended, strict=False)):
        if sign != intended_sign:
            return f"{named(sign)} at character {position + 1}"
    return ""


def named(sign: str) -> str:
    """A sign by its code point and its name, such as `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def _is_deceptive(sign: str, before: str) -> bool:
    if sign == " ":
        return before in ("", " ")
    return in_print(sign) != sign
