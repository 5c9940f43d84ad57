"""What can be wrong with an input, and the errors that tell a person so."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from vfi.numbers import grouped
from vfi.signs import is_plainly_seen, unseen_difference

DID_YOU_MEAN = "did you mean"
TOLD_SINGLY = (
    5  # so many different things that are wrong in one way get a line each; more of them share one
)
FIRST_PLACES = 3
INDEX = re.compile(r"\[[0-9]+\]")


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
        return ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        warning = " warning:" if self.severity is Severity.WARNING else ""
        hint = f" ({self.hint})" if self.hint else ""
        if self.hint.startswith(DID_YOU_MEAN):  # before what was expected, which can be a long list
            return (
                f"{self.where}:{warning}{field} found {self.found}{hint}; expected {self.expected}"
            )
        return f"{self.where}:{warning}{field} found {self.found}; expected {self.expected}{hint}"


class Problems:
    """The problems of an input, collected so that all of them are told at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def __iter__(self) -> Iterator[Problem]:
        return iter(
            sorted(
                self._found,
                key=lambda problem: (problem.file, problem.line or 0, problem.column or 0),
            )
        )

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


def folded(problems: Iterable[Problem]) -> list[str]:
    """The problems as lines for people, those of one cause on one line with their number and the
    first places.

    The same thing found in the same field of a file is one cause. So is the same thing expected
    there, where so many different things are found that nobody would read them one by one.
    """
    lines = []
    for alike in _grouped(problems, _expectation):
        repeats = _grouped(alike, lambda problem: (problem.found, problem.hint))
        if len(repeats) > TOLD_SINGLY:
            lines.append(_with_examples(alike, [repeat[0] for repeat in repeats]))
        else:
            lines += [_with_places(repeat) for repeat in repeats]
    return lines


def _grouped(
    problems: Iterable[Problem], key: Callable[[Problem], Hashable]
) -> list[list[Problem]]:
    groups: dict[Hashable, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(key(problem), []).append(problem)
    return list(groups.values())


def _expectation(problem: Problem) -> Hashable:
    return problem.file, problem.severity, INDEX.sub("", problem.field), problem.expected


def _with_places(alike: Sequence[Problem]) -> str:
    if len(alike) == 1:
        return str(alike[0])
    lines = list(dict.fromkeys(str(problem.line) for problem in alike if problem.line is not None))
    line_list = f": lines {listed(lines, FIRST_PLACES)}" if len(lines) > 1 else ""
    return f"{alike[0]}; {grouped(len(alike))} times{line_list}"


def _with_examples(alike: Sequence[Problem], different: Sequence[Problem]) -> str:
    examples = [
        problem.found if problem.line is None else f"{problem.found} on line {problem.line}"
        for problem in different[1 : FIRST_PLACES + 1]
    ]
    return f"{alike[0]}; {grouped(len(alike) - 1)} more like it: {'; '.join(examples)}; ..."


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


def nearest(word: str, candidates: Iterable[str]) -> str:
    """A hint that names the known word nearest to `word`, or nothing when none is near.

    Where the two read the same, it names the sign by which they differ.
    """
    by_folded = {name.casefold(): name for name in candidates}
    word_is_odd = not is_plainly_seen(word)
    for name in by_folded.values():
        if not word_is_odd and is_plainly_seen(name):
            continue
        if odd_sign := unseen_difference(word, name):
            return f'{DID_YOU_MEAN} "{name}", without {odd_sign}?'
        if odd_sign := unseen_difference(name, word):
            return f'{DID_YOU_MEAN} "{name}", with {odd_sign}?'
    matches = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f'{DID_YOU_MEAN} "{by_folded[matches[0]]}"?' if matches else ""


def not_known(kind: str, name: str, candidates: Iterable[str]) -> str:
    """That there is no such thing: the nearest that there is before all of them."""
    names = list(candidates)
    hint = nearest(name, names)
    suggestion = f" ({hint})" if hint else ""
    return f"there is no {kind} {quoted(name)}{suggestion}; known are {listed(names, 20) or 'none'}"


def listed(names: Iterable[str], limit: int = 12) -> str:
    """Names joined by commas, cut after `limit` of them with the number left out."""
    every = list(names)
    joined = ", ".join(every[:limit])
    return joined if len(every) <= limit else f"{joined} and {len(every) - limit} more"


def sentence(text: str) -> str:
    """What a person wrote, as a sentence that another may follow: with a full stop unless something
    closes it.
    """
    plain = text.strip()
    closed = plain.rstrip("\"'”’)]").endswith((".", "!", "?", "…", ":", ";"))
    return plain if closed or not plain else f"{plain}."


def either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _joined(names, "or")


def both(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _joined(names, "and")


def _joined(names: Sequence[str], word: str) -> str:
    return f" {word} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def capitalised(words: str) -> str:
    """Words to stand as a heading: the first letter is a capital, all others stay as they are."""
    return words[:1].upper() + words[1:]
