"""Which ending a file has that a command writes, declared once for every kind of file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from vfi.problems import UserError, quoted


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Attributes:
        noun: what it is, in a sentence.
        endings: the endings it may have; the first is the usual one.
        made_by: how it is made.
    """

    noun: str
    endings: tuple[str, ...]
    made_by: str


KINDS: dict[str, Kind] = {
    "sql": Kind("SQL", (".sql",), "vfi audit STUDY --sql"),
    "report": Kind("a report", (".pdf", ".html"), "vfi report"),
    "workbook": Kind("a workbook", (".xlsx",), "vfi workbook"),
    "bundle": Kind("a bundle", (".zip",), "vfi bundle"),
}
"""Every kind by its name; the formats of answers are among them once `vfi.cli.formats` is there."""


def add_kind(name: str, kind: Kind) -> None:
    """Declare a kind of file.

    Raises:
        ValueError: its name or one of its endings is another kind's.
    """
    taken_endings = {ending for existing in KINDS.values() for ending in existing.endings}
    if name in KINDS or taken_endings & {*kind.endings}:
        raise ValueError(f"{name} ({', '.join(kind.endings)}) is the name or ending of another")
    KINDS[name] = kind


def kind_of(path: Path, kinds: Collection[str]) -> str:
    """Which of some kinds of file a path is meant for, by its ending.

    Raises:
        UserError: it is a folder, or its ending is that of none of them; the message says which
            endings are right.
    """
    ends = joined(endings_of(kinds), "or")
    if path.is_dir():
        raise UserError(f'"{path}" is a folder; name a file in it that ends in {ends}')
    ending = path.suffix.lower()
    for name in kinds:
        if ending in KINDS[name].endings:
            return name
    nouns = joined([KINDS[name].noun for name in kinds], "or")
    raise UserError(
        f"{nouns} is written to a file that ends in {ends}, not to "
        f"{quoted(path.name)}{_hint(ending)}"
    )


def refuse_other_endings(path: Path | None, kind: str) -> None:
    """Refuse a file, if one is named, whose ending is not that of a kind.

    Raises:
        UserError: it is not.
    """
    if path is not None:
        kind_of(path, [kind])


def endings_of(kinds: Collection[str]) -> list[str]:
    """The endings of some kinds of file."""
    return [ending for name in kinds for ending in KINDS[name].endings]


def joined(words: Collection[str], conjunction: str) -> str:
    """Words in a sentence: `.txt, .json or .csv`."""
    *earlier, last = words
    return f"{', '.join(earlier)} {conjunction} {last}" if earlier else last


def _hint(ending: str) -> str:
    """Which command or option writes files of an ending."""
    for kind in KINDS.values():
        if ending in kind.endings:
            return f"; {kind.noun} is made by {kind.made_by}"
    return ""
