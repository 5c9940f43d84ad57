"""Where a study's own narrative prints a sentence, or the figure of one, that its claims do not
bear out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from vfi.inputs.printed import NUMBER, Printed, printed_number
from vfi.places import shown
from vfi.problems import Problem, Severity, quoted

if TYPE_CHECKING:
    from vfi.audit.claims.verdicts import JudgedClaim
    from vfi.study.models import Study

IN_PROSE = re.compile(rf"(?<![\w.,/-])(?:{NUMBER.pattern})(?![\w%])", NUMBER.flags)
LEAST_TELLING = 1000
"""A smaller whole number in prose is likely to be of something else."""
QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True, slots=True)
class NarrativeParagraph:
    """A paragraph of a narrative, as it is written."""

    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class DoubtfulPrint:
    """A paragraph that prints what a claim that fails asserts, and does not name the claim.

    Attributes:
        paragraph: the paragraph.
        claim: the claim.
        printed: the figure or the sentence in it.
    """

    paragraph: NarrativeParagraph
    claim: JudgedClaim
    printed: str

    @property
    def as_problem(self) -> Problem:
        """A warning that says so: a figure may also be of something else, which only a reader can
        tell.
        """
        claim = self.claim.claim
        message = (
            f"{self.printed}, which is in claim {claim.id} ({self.claim.label}): "
            f"{quoted(claim.sentence)}"
        )
        expected = f'{{{{ verdict("{claim.id}") }}}} in the same paragraph'
        hint = "or the id of the claim there, where something else is meant"
        paragraph = self.paragraph
        return Problem(
            paragraph.file,
            paragraph.line,
            "narrative",
            message,
            expected,
            hint,
            severity=Severity.WARNING,
        )


def doubtful_prints(study: Study, judged: Sequence[JudgedClaim]) -> tuple[DoubtfulPrint, ...]:
    """What the narrative prints of claims that are false, impossible or do not follow, without
    naming them.

    A sentence is found where it stands word for word. A figure is found where it is a percentage,
    has decimals, or is of a thousand or more, and is not the figure of a claim that does not fail
    as well.
    """
    failing = [entry for entry in judged if entry.fails]
    sound = {_value(entry) for entry in judged if not entry.fails}
    telling = {entry.claim.id: entry.claim.value for entry in failing if _value(entry) not in sound}
    return tuple(
        DoubtfulPrint(paragraph, entry, printed)
        for paragraph in _paragraphs(study.narrative, study.folder or Path(study.id))
        for entry in failing
        if not _names(paragraph.text, entry)
        and (printed := _printed_of(entry, telling.get(entry.claim.id), paragraph.text))
    )


def _value(entry: JudgedClaim) -> tuple[Fraction, bool] | None:
    value = entry.claim.value
    return None if value is None else (value.value, value.is_percentage)


def _paragraphs(narrative: Mapping[str, str], folder: Path) -> Iterator[NarrativeParagraph]:
    for name, text in narrative.items():
        file = shown(folder / f"narrative/{name}.md")
        line = 1
        for block in re.split(r"(\n[ \t]*\n)", text):
            if block.strip():
                yield NarrativeParagraph(file, line, block)
            line += block.count("\n")


def _names(text: str, entry: JudgedClaim) -> bool:
    return re.search(rf"(?<![\w.-]){re.escape(entry.claim.id)}(?![\w-])", text) is not None


def _printed_of(entry: JudgedClaim, value: Printed | None, text: str) -> str:
    """The sentence of a claim, or its figure where that tells it, as a text has it; else ""."""
    if _plain(entry.claim.sentence) in _plain(text):
        return "the sentence"
    if value is None or not _is_telling(value):
        return ""
    numbers = [printed_number(match[0]) for match in IN_PROSE.finditer(text)]
    matches = [number for number in numbers if number and _is_same(number, value)]
    return matches[0].text if matches else ""


def _is_same(number: Printed, value: Printed) -> bool:
    return number.value == value.value and number.is_percentage == value.is_percentage


def _is_telling(value: Printed) -> bool:
    return value.is_percentage or not value.is_whole or abs(value.value) >= LEAST_TELLING


def _plain(text: str) -> str:
    return " ".join(text.translate(QUOTES).split()).rstrip(".").casefold()
