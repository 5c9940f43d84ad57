"""The formats in which every command can write its answer.

A format is one entry: its name, the endings of its files, what it is in words, and how it is made
of an answer. The choices of `--format`, the endings that `--output` takes, their help and the
messages about them are read from here; nothing else knows a format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from vfi.cli.answer import Answer
from vfi.cli.terminal.layout import Page, laid_out
from vfi.endings import KINDS, Kind, add_kind


@dataclass(frozen=True, slots=True)
class Format:
    """A format of answers.

    Attributes:
        name: what `--format` calls it.
        noun: what it is, in a sentence.
        endings: the endings of its files; the first is the usual one.
        reader: for whom it is; what is for people is laid out on a page, and may be in colour.
        rendered: makes it of an answer.
    """

    name: str
    noun: str
    endings: tuple[str, ...]
    reader: Literal["reading", "programs"]
    rendered: Callable[[Answer, Page], str]


FORMATS: dict[str, Format] = {}
"""Every format by its name; the first is the one of a terminal where none is asked for."""


def register(format_: Format) -> None:
    """Have a format offered by every command.

    Raises:
        ValueError: its name or one of its endings is another's.
    """
    add_kind(format_.name, Kind(format_.noun, format_.endings, f"--format {format_.name}"))
    FORMATS[format_.name] = format_


def usual_format() -> Format:
    """The format of an answer where none is asked for."""
    return next(iter(FORMATS.values()))


@contextmanager
def registered(format_: Format) -> Iterator[None]:
    """Have a format offered for a while."""
    register(format_)
    try:
        yield
    finally:
        del FORMATS[format_.name], KINDS[format_.name]


def _as_table(answer: Answer, page: Page) -> str:
    return laid_out(answer.text(), page)


def _as_json(answer: Answer, page: Page) -> str:
    from vfi.visible import as_json

    del page
    return as_json(answer.document())


def _as_csv(answer: Answer, page: Page) -> str:
    from vfi.outputs import as_csv

    del page
    return as_csv(answer.rows())


register(
    Format(
        name="table",
        noun="a table",
        endings=(".txt",),
        reader="reading",
        rendered=_as_table,
    )
)
register(
    Format(
        name="json",
        noun="JSON",
        endings=(".json",),
        reader="programs",
        rendered=_as_json,
    )
)
register(
    Format(
        name="csv",
        noun="CSV",
        endings=(".csv",),
        reader="programs",
        rendered=_as_csv,
    )
)
