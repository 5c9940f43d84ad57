"""The typefaces of a report: which of them a text needs, and which signs none of them has.

`fonts/fonts.css` of the template folders lists the typefaces with the characters that each of them
has. A report embeds the first family of each stack, and of the others those that its text needs. No
other font is ever used, so a report looks the same on every machine.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from vfi.problems import InvalidInput, NotFound, Problem

if TYPE_CHECKING:
    from vfi.reporting.templating import TemplateFolders

INDEX = "fonts/fonts.css"
PLACE = "/* The typefaces stand here. */"
# Every typeface of the stacks' first families has these: nothing needs to be looked up for a text
# that has no others.
COMMON = re.compile(r"[\t\n\r\x20-\x7e\xa0-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026]*")
CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
RULE = re.compile(r"@font-face\s*\{(?P<body>[^}]*)\}")
STACK = re.compile(r"--(?P<name>[\w-]+)\s*:\s*(?P<families>\"[^;]*)\s*;")
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+);")
# What is not drawn: joiners, selectors of variants, marks of direction, places where a word may be
# broken.
INVISIBLE = frozenset("\t\n\r\xad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | {
    chr(code)
    for first, last in ((0x202A, 0x202E), (0x2066, 0x2069), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
}
SHOWN_PLACES = 3


@dataclass(frozen=True, slots=True)
class Face:
    """One typeface file.

    Attributes:
        family: the name that stylesheets call it by.
        weight: 400 for regular, 700 for bold.
        style: `normal` or `italic`.
        file: its name in the template folders.
        ranges: the characters that it has, as first and last of each run.
    """

    family: str
    weight: str
    style: str
    file: str
    ranges: tuple[tuple[int, int], ...]

    def has(self, character: str) -> bool:
        """Whether it has a character."""
        run = bisect(self.ranges, (ord(character), sys.maxunicode)) - 1
        return run >= 0 and ord(character) <= self.ranges[run][1]


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The typefaces that an index lists, and the stacks that stylesheets name them by."""

    faces: tuple[Face, ...]
    stacks: Mapping[str, tuple[str, ...]]

    def needed(self, text: str) -> tuple[Face, ...]:
        """The faces that a document embeds: the first family of each stack, and those that its text
        needs.
        """
        families = {stack[0] for stack in self.stacks.values()}
        families |= {family for family in map(self._family, _uncommon(text)) if family is not None}
        return tuple(face for face in self.faces if face.family in families)

    def lacking(self, text: str) -> set[str]:
        """The characters of a text that no face has."""
        return {character for character in _uncommon(text) if self._family(character) is None}

    def _family(self, character: str) -> str | None:
        return next((face.family for face in self.faces if face.has(character)), None)


def stylesheet_of(text: str, folders: TemplateFolders) -> str:
    """The rules that embed the typefaces that a text needs; empty where the document uses none of
    the stacks.

    Raises:
        NotFound: a file that the index lists is not in the template folders.
    """
    typefaces = read_typefaces(folders)
    if typefaces is None or not any(f"var(--{name})" in text for name in typefaces.stacks):
        return ""
    faces = typefaces.needed(text)
    families = [face.family for face in faces]
    stacks = "".join(
        f"--{name}: "
        f"{', '.join(f'{chr(34)}{family}{chr(34)}' for family in stack if family in families)}; "
        for name, stack in typefaces.stacks.items()
    )
    return f":root {{ {stacks}}}\n" + "".join(_rule(face, folders) for face in faces)


def embedded_files(text: str, folders: TemplateFolders) -> dict[str, str]:
    """The typeface files that a document embeds, with the SHA-256 of each."""
    typefaces = read_typefaces(folders)
    faces = () if typefaces is None else typefaces.needed(text)
    return {face.file: hashlib.sha256(folders.content(face.file)).hexdigest() for face in faces}


def check_signs(
    html: str, sources: Mapping[str, str], folders: TemplateFolders, document: str
) -> None:
    """Refuse a document that has a sign which no typeface has.

    Args:
        html: the document.
        sources: the text of each file that it was made from, by the name that a person knows it by.
        folders: the template folders.
        document: what to call the document where the sign is in none of the sources.

    Raises:
        InvalidInput: each such sign, with the files and lines that it stands on.
    """
    typefaces = read_typefaces(folders)
    lacking = set() if typefaces is None else typefaces.lacking(unescape(html))
    if not lacking:
        return
    problems = [
        problem for name, text in sources.items() for problem in _located(name, text, lacking)
    ]
    told = {character for text in sources.values() for character in lacking if character in text}
    problems += [_problem(document, None, character) for character in sorted(lacking - told)]
    raise InvalidInput(problems)


def sign_problems(sources: Mapping[str, str], folders: TemplateFolders) -> Iterator[Problem]:
    """The signs in the files of a study that a report cannot print, each with its lines."""
    typefaces = read_typefaces(folders)
    if typefaces is not None:
        for name, text in sources.items():
            yield from _located(name, text, typefaces.lacking(text))


def read_typefaces(folders: TemplateFolders) -> Typefaces | None:
    """What the index of the template folders lists; None where there is none."""
    try:
        index = folders.content(INDEX).decode("utf-8-sig", errors="replace")
    except NotFound:
        return None
    return _parsed(index)


@lru_cache(maxsize=4)
def _parsed(index: str) -> Typefaces:
    faces = [_face(dict(DECLARATION.findall(match["body"]))) for match in RULE.finditer(index)]
    stacks = {
        match["name"]: tuple(re.findall(r'"([^"]+)"', match["families"]))
        for match in STACK.finditer(index)
    }
    return Typefaces(tuple(faces), stacks)


def _face(declared: Mapping[str, str]) -> Face:
    source = re.search(r"url\(\s*[\"']?([^\"')]+)", declared.get("src", ""))
    runs = RANGE.findall(declared.get("unicode-range", "U+0-10FFFF"))
    return Face(
        family=declared.get("font-family", "").strip("\"' "),
        weight=declared.get("font-weight", "400").strip(),
        style=declared.get("font-style", "normal").strip(),
        file=source[1] if source else "",
        ranges=tuple(sorted((int(first, 16), int(last or first, 16)) for first, last in runs)),
    )


def _rule(face: Face, folders: TemplateFolders) -> str:
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: '
        f'{face.style}; src: url({folders.embedded(face.file, INDEX)}) format("woff2"); }}\n'
    )


def _uncommon(text: str) -> set[str]:
    """The characters of a text that a typeface has to be looked up for, those of escapes in
    stylesheets too.
    """
    if COMMON.fullmatch(text):
        return set()
    escaped = {chr(int(code, 16)) for code in CSS_ESCAPE.findall(text) if int(code, 16) <= 0x10FFFF}
    return {
        character for character in set(text) | escaped if not COMMON.fullmatch(character)
    } - INVISIBLE


def _located(name: str, text: str, lacking: Iterable[str]) -> Iterator[Problem]:
    """A problem for each sign of a file that no typeface has, at the first line that it stands
    on.
    """
    signs = [character for character in lacking if character in text]
    if not signs:
        return
    lines = text.split("\n")
    for character in sorted(signs):
        numbers = [number for number, line in enumerate(lines, start=1) if character in line]
        yield _problem(name, numbers[0], character, numbers[1:])


def _problem(name: str, line: int | None, character: str, others: Sequence[int] = ()) -> Problem:
    also = ""
    if others:
        more = f" and {len(others) - SHOWN_PLACES} more" if len(others) > SHOWN_PLACES else ""
        also = f"also on lines {', '.join(map(str, others[:SHOWN_PLACES]))}{more}; "
    return Problem(
        name,
        line,
        "text",
        named(character),
        "a sign that the report's typefaces have",
        also + _advice(character),
    )


def named(character: str) -> str:
    """A sign with its number and its Unicode name: `"字" (U+5B57 CJK UNIFIED IDEOGRAPH-5B57)`."""
    shown = f'"{character}" ' if character.isprintable() else ""
    name = unicodedata.name(character, "")
    if unicodedata.category(character) == "Co":
        name = "a sign of a private typeface"
    return f"{shown}({' '.join(filter(None, [f'U+{ord(character):04X}', name]))})"


def _advice(character: str) -> str:
    if unicodedata.category(character) == "Co":
        return (
            "word processors write such signs for bullets and ticks; type the sign itself, such as "
            "• or ✓"
        )
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return "take it out, or start a new line"
    return (
        "write it in other words, or give the report a typeface that has it: see "
        "templates/README.md"
    )
