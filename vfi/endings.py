"""Which ending a file has that a command writes, declared once for every format."""

from __future__ import annotations

from collections.abc import Collection, Mapping
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


KINDS: Mapping[str, Kind] = {
    "table": Kind("a table", (".txt",), "--format table"),
    "json": Kind("JSON", (".json",), "--format json"),
    "csv": Kind("CSV", (".csv",), "--format csv"),
    "sql": Kind("SQL", (".sql",), "vfi audit STUDY --sql"),
    "report": Kind("a report", (".pdf", ".html"), "vfi report"),
    "workbook": Kind("a workbook", (".xlsx",), "vfi workbook"),
    "bundle": Kind("a bundle", (".zip",), "vfi bundle"),
}


def kind_of(path: Path, kinds: Collection[str]) -> str:
    """Which of some kinds of file a path is meant for, by its ending.

    Raises:
        UserError: it is a folder, or its ending is that of none of them; the message says which
            endings are right.
    """
    if path.is_dir():
        raise UserError(f'"{path}" is a folder; name a file in it that ends in {_endings(kinds)}')
    ending = path.suffix.lower()
    for name in kinds:
        if ending in KINDS[name].endings:
            return name
    nouns = _either([KINDS[name].noun for name in kinds])
    raise UserError(
        f"{nouns} is written to a file that ends in {_endings(kinds)}, not to "
        f"{quoted(path.name)}{_hint(ending)}"
    )


def refuse_other_endings(path: Path | None, kind: str) -> None:
    """Refuse a file, if one is named, whose ending is not that of a kind.

    Raises:
        UserError: it is not.
    """
    if path is not None:
        kind_of(path, [kind])


def _endings(kinds: Collection[str]) -> str:
    return _either([ending for name in kinds for ending in KINDS[name].endings])


def _hint(ending: str) -> str:
    """Which command or option writes files of an ending."""
    for kind in KINDS.values():
        if ending in kind.endings:
            return f"; {kind.noun} is made by {kind.made_by}"
    return ""


def _either(words: Collection[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
