"""What a command answers, before it is known in which format and where to it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vfi.cli.terminal.blocks import Block

Document = Mapping[str, Any] | Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found. A format makes what it needs of it, and nothing else is made.

    Attributes:
        document: makes the typed document, of which `schemas/` has the schema.
        rows: makes the rows of a table, the header first.
        text: makes the text for people.
        has_findings: whether there is something to act upon, so that the exit code is 1.
        warnings: what is told on the error output afterwards.
    """

    document: Callable[[], Document]
    rows: Callable[[], Iterable[Sequence[str]]]
    text: Callable[[], Iterable[Block]]
    has_findings: bool = False
    warnings: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """What a command wrote for another program, in the one language that it has.

    Attributes:
        text: the script.
    """

    text: str
