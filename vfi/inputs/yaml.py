"""YAML 1.2 data with the line and column of every key and item.

libyaml (through PyYAML) turns the text into events; this module composes the events into plain
values itself, because it accepts less than any ready loader does: no tags, anchors or aliases (so
no bombs), no repeated keys, no second document, bounded depth. Plain scalars follow the core schema
of YAML 1.2: `on` is text, and a decimal number stays exact. Accents are composed (NFC), and keys
are spelt as names are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NoReturn
from unicodedata import normalize

from vfi.inputs.text import CONTROL_CHARACTER, control_character
from vfi.numbers import grouped
from vfi.problems import Problem, Problems, Severity, quoted
from vfi.signs import plain_name

if TYPE_CHECKING:
    from yaml.events import Event, ScalarEvent

Path = tuple[str | int, ...]
MAXIMUM_DEPTH = 24
MAXIMUM_PARTS = 50_000  # keys, values and items; a rubric of five hundred criteria has fewer
NULLS = {"", "~", "null", "Null", "NULL"}
BOOLEANS = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
# A comment that is more likely the end of the text before it: `Economy #1`, `Room # 12`.
CUT = re.compile(r"\s+(#(?:[^\s#=-].*|\s*[0-9]+[.):]?\s*))$")
RESERVED = re.compile(r"(?:^|: |- |[\[{,] ?)\s*[&*!@`%]")
QUOTE_COLON = "text that holds a colon and a space needs quotation marks"
BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
QUOTE_SIGN = "text that begins with & * ! @ ` or % needs quotation marks"
QUOTE_HASH = "text that holds # after a space needs quotation marks"
DECIMAL = re.compile(r"[-+]?([0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})")


def dotted(path: Path) -> str:
    """A path as a person would write it: `dimensions[0].criteria[2].title`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


@dataclass(slots=True)
class Document:
    """A parsed YAML file.

    Attributes:
        name: the file, as problems call it.
        data: dicts, lists, text, int, Decimal, bool and None.
        positions: for the path of each key and item its line and column, counted from 1.
        written: for the path of each plain value that is not text, such as `007`, what stands in
            the file.
    """

    name: str
    data: object = None
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)

    def position(self, path: Path) -> tuple[int, int]:
        """Line and column of the deepest part of `path` that is in the file."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))


def parse_yaml(text: str, name: str, problems: Problems) -> Document | None:
    """Parse one YAML document; None when a problem was added that left nothing to use."""
    from yaml import CSafeLoader, parse
    from yaml.error import MarkedYAMLError
    from yaml.reader import ReaderError

    document = Document(name)
    composer = _Composer(document, problems, parse(text, Loader=CSafeLoader), text.split("\n"))
    try:
        document.data = composer.compose()
    except _RefusedError:
        return None
    except MarkedYAMLError as error:
        unclosed = "end of stream" in (error.problem or "")
        mark = (unclosed and error.context_mark) or error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        fault = " ".join(part for part in (error.context, error.problem) if part)
        problems.add(
            Problem(
                name, line, "YAML", fault, "well-formed YAML", _yaml_hint(text, line), column=column
            )
        )
        return None
    except ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        problems.add(
            Problem(
                name, line, "YAML", f"the character U+{error.character:04X}", "characters of text"
            )
        )
        return None
    return document


def _yaml_hint(text: str, line: int | None) -> str:
    lines = text.split("\n")
    source = lines[line - 1] if line and line <= len(lines) else ""
    if "\t" in source:
        return "indent with spaces, not tabs"
    if source.count(": ") > 1:
        return QUOTE_COLON
    if RESERVED.search(source):
        return QUOTE_SIGN
    return QUOTE_HASH if CUT.search(source) else ""


class _RefusedError(Exception):
    """The document has something that is not accepted at all; the problem is already told."""


class _Composer:
    """Builds plain values from YAML events and notes where each began."""

    def __init__(
        self, document: Document, problems: Problems, events: Iterator[Event], lines: list[str]
    ) -> None:
        self._document = document
        self._problems = problems
        self._events = self._bounded(events)
        self._lines = lines

    def compose(self) -> object:
        from yaml.events import DocumentStartEvent, StreamEndEvent

        value: object = None
        document_count = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                document_count += 1
                if document_count > 1:
                    self._refuse(event, "a second YAML document", "one document in the file")
                value = self._value(next(self._events), ())
            elif isinstance(event, StreamEndEvent):
                break
        return value

    def _bounded(self, events: Iterator[Event]) -> Iterator[Event]:
        for number, event in enumerate(events):
            if number == MAXIMUM_PARTS:
                limit = f"{grouped(MAXIMUM_PARTS)} keys, values and items"
                self._refuse(event, f"more than {limit}", f"at most {limit}")
            yield event

    def _value(self, event: Event, path: Path) -> object:
        from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

        self._document.positions.setdefault(path, self._mark(event))
        self._is_plain(event)
        if len(path) > MAXIMUM_DEPTH:
            self._refuse(event, "deeper nesting", f"at most {MAXIMUM_DEPTH} levels of nesting")
        if isinstance(event, ScalarEvent):
            self._is_not_cut(event, path)
            return self._scalar(event, path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        raise _RefusedError

    def _scalar(self, event: ScalarEvent, path: Path) -> object:
        text = normalize("NFC", event.value)
        value = text if event.style else _resolve(text)
        if value is not text:
            self._document.written[path] = text
        return value

    def _is_not_cut(self, event: ScalarEvent, path: Path) -> None:
        """Tell a comment behind a value that may well be its end."""
        is_block = event.style in ("|", ">")
        mark = event.start_mark if is_block else event.end_mark
        if mark is None or mark.line >= len(self._lines):
            return
        remainder = self._lines[mark.line][mark.column :]
        if "#" not in remainder:
            return
        comment = CUT.fullmatch(BLOCK_HEADER.sub("", remainder, count=1) if is_block else remainder)
        if comment is None:
            return
        value = quoted(event.value) if event.value else "nothing"
        message = f"{value}, because what follows is a comment: {quoted(comment[1])}"
        expected = (
            "quotation marks around text that holds #, or # and a space before a comment in words"
        )
        line, column = self._mark(event)
        problem = Problem(
            self._document.name, line, dotted(path), message, expected, "", Severity.WARNING, column
        )
        self._problems.add(problem)

    def _sequence(self, path: Path) -> list[object]:
        from yaml.events import SequenceEndEvent

        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        from yaml.events import MappingEndEvent, ScalarEvent

        entries: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            self._is_plain(event)
            key = (
                plain_name(event.value)
                if isinstance(event, ScalarEvent)
                else self._refuse_key(event)
            )
            if key in entries:
                self._repeated(event, (*path, key))
            else:
                self._document.positions[(*path, key)] = self._mark(event)
            entries[key] = self._value(next(self._events), (*path, key))
        return entries

    def _repeated(self, event: Event, path: Path) -> None:
        line, column = self._mark(event)
        repetition = (
            f"the key {quoted(path[-1])} a second time (first on line "
            f"{self._document.positions[path][0]})"
        )
        self._problems.add(
            Problem(
                self._document.name, line, dotted(path), repetition, "each key once", column=column
            )
        )

    def _is_plain(self, event: Event) -> None:
        from yaml.events import AliasEvent, ScalarEvent

        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, AliasEvent) or anchor:
            self._refuse(
                event,
                f"a YAML anchor or alias ({quoted(anchor)})",
                "the text written out",
                QUOTE_SIGN,
            )
        if tag:
            self._refuse(
                event, f"a YAML tag ({quoted(tag)})", "plain YAML without tags", QUOTE_SIGN
            )
        if isinstance(event, ScalarEvent) and (control := CONTROL_CHARACTER.search(event.value)):
            self._refuse(event, control_character(control.group()), "text")

    def _refuse_key(self, event: Event) -> NoReturn:
        self._refuse(event, "a key that is a list or a mapping", "a key that is text")

    def _refuse(self, event: Event, found: str, expected: str, hint: str = "") -> NoReturn:
        line, column = self._mark(event)
        self._problems.add(
            Problem(self._document.name, line, "YAML", found, expected, hint, column=column)
        )
        raise _RefusedError

    @staticmethod
    def _mark(event: Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _resolve(text: str) -> object:
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
