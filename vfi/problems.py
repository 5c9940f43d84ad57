"""What can be wrong with an input, and the errors that tell a person so."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a problem matters: an error stops the work, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input, and where.

    Attributes:
        file: the file, as the user would name it.
        line: the line, counted from 1, where one can be named.
        field: the column, key or part of the file that is meant.
        found: what is there.
        expected: what should be there.
        hint: what to do about it, where that is not plain from the rest.
        severity: error or warning.
        column: the column of the line, counted from 1, where one can be named.
    """

    file: str
    line: int | None
    field: str
    found: str
    expected: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    column: int | None = None

    @property
    def where(self) -> str:
        """File, line and column in the form that editors turn into a link."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        warning = " warning:" if self.severity is Severity.WARNING else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.where}:{warning}{field} found {self.found}; expected {self.expected}{hint}"


class Problems:
    """The problems of an input, collected so that all of them are told at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=lambda problem: (problem.file, problem.line or 0, problem.column or 0)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self._found)

    def add(self, problem: Problem) -> None:
        """Remember one problem."""
        self._found.append(problem)

    def raise_errors(self) -> None:
        """Raise `InvalidInput` with every problem if at least one is an error."""
        if self.errors:
            raise InvalidInput(self)


class VfiError(Exception):
    """The base of every error that vfi raises on purpose."""


class UserError(VfiError):
    """Something that the user can put right; its text is meant for people."""


class NotFound(UserError):  # noqa: N818 - reads as the answer to a look-up
    """No rubric, study or node goes by the given name."""


class InvalidInput(UserError):  # noqa: N818 - names the state of the input
    """An input has errors; `problems` holds every one of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def quoted(text: object, limit: int = 60) -> str:
    """The text in quotation marks, on one line and cut to `limit` characters."""
    plain = " ".join(str(text).split())
    return f'"{plain}"' if len(plain) <= limit else f'"{plain[: limit - 1]}…"'


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`, or nothing when none is near."""
    by_folded = {name.casefold(): name for name in known}
    matches = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f'did you mean "{by_folded[matches[0]]}"?' if matches else ""


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names joined by commas, cut after `limit` of them with the number left out."""
    every = list(names)
    shown = ", ".join(every[:limit])
    return shown if len(every) <= limit else f"{shown} and {len(every) - limit} more"


def sentence(text: str) -> str:
    """What a person wrote, as a sentence that another may follow: with a full stop unless something closes it."""
    plain = text.strip()
    closed = plain.rstrip("\"'”’)]").endswith((".", "!", "?", "…", ":", ";"))
    return plain if closed or not plain else f"{plain}."
