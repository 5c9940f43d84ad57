"""What can be wrong with a bundle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "truncated",
    "unsafe name",
    "not a file",
    "compressed",
    "duplicate",
    "overlapping",
    "tampered",
    "renamed",
    "missing",
    "extra",
    "manifest",
    "container",
    "signature",
    "input",
    "differs",
    "audit",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        kind: what kind of thing.
        entry: the entry of the archive that it is about; empty for the archive itself.
        words: what was found and what was expected.
    """

    kind: Kind
    entry: str
    words: str

    def __str__(self) -> str:
        return f"{self.entry or 'the archive'}: {self.kind}: {self.words}"
