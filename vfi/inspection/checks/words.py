"""Words in standards that two assessors would judge differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.inspection.checks.standards import own_standards
from vfi.problems import quoted
from vfi.rubric.consistency.parts import parts_with_paths

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.loading import RubricFile
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.standards import Standard

# Each asks for a judgement of its own instead of saying what to look for.
QUALITY = (
    "acceptable", "adequate", "appropriate", "decent", "effective", "efficient", "excellent",
    "fair", "good", "high quality", "good quality", "low quality", "poor quality", "meaningful",
    "proper", "reasonable", "relevant", "robust", "satisfactory", "sound", "strong", "sufficient",
    "suitable", "timely", "weak", "inadequate", "inappropriate", "ineffective", "insufficient",
    "unreasonable", "unsuitable", "unsatisfactory",
)  # fmt: skip
ADVERBS = (
    "adequately", "appropriately", "effectively", "efficiently", "properly", "reasonably",
    "regularly", "strongly", "satisfactorily", "significantly", "substantially", "sufficiently",
    "suitably", "generally", "largely", "mainly", "mostly", "often", "rarely", "sometimes",
    "usually", "broadly", "quickly", "promptly",
)  # fmt: skip
AMOUNTS = (
    "some", "several", "a few", "few", "many", "numerous", "various", "limited", "significant",
    "substantial", "considerable", "minor", "major", "minimal", "extensive", "a range of",
    "a variety of", "a number of", "high level of", "low level of", "as needed", "as necessary",
    "where appropriate", "where possible", "if possible", "and so on", "etc",
)  # fmt: skip
TERMS = sorted((*QUALITY, *ADVERBS, *AMOUNTS), key=len, reverse=True)
LEVEL_OF = r"(?:\s+(?:level|degree|amount|number|quality|range)s?\s+of)?"
ANY_TERM = "|".join(TERMS).replace(" ", r"\s+")
PATTERN = re.compile(rf"(?<![\w-])(?:{ANY_TERM}){LEVEL_OF}(?![\w-])", re.IGNORECASE)


def check_words(file: RubricFile, report: Report) -> None:
    """Warn of each such word, once a standard, with its place."""
    levels = _levels(file.rubric)
    for path, standard in _written(file.rubric):
        reported: set[str] = set()
        line = report.line(path)
        start = _start_of(line, file.text)
        for word in vague_words(standard.text, levels):
            position = _found_from(start, word, file.text)
            if word.casefold() not in reported:
                reported.add(word.casefold())
                words = f"{quoted(word)}, which two assessors can judge differently"
                report.warn(
                    path,
                    words,
                    "what an assessor can see, count or date",
                    at=_place(position, file.text),
                )
            start = position + 1


def vague_words(text: str, levels: set[str]) -> list[str]:
    """The words of a standard that cannot be judged; the name of a level, written as one, is none
    of them.
    """
    return [match.group() for match in PATTERN.finditer(text) if match.group() not in levels]


def _levels(rubric: Rubric) -> set[str]:
    return {name for scale in (rubric.scale, *rubric.scales.values()) for name in scale.names}


def _written(rubric: Rubric) -> Iterator[tuple[Path, Standard]]:
    yield from (
        (("standards", level, "text"), standard) for level, standard in rubric.standards.items()
    )
    for path, part in parts_with_paths(rubric):
        if part.id in rubric.judged:
            for level, standard in own_standards(part.standards, rubric):
                yield (*path, "standards", level, "text"), standard


def _start_of(line: int, text: str) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start


def _found_from(start: int, word: str, text: str) -> int:
    """Where a word stands in the file, whose lines may break it."""
    pattern = r"(?<![\w-])" + r"\s+".join(map(re.escape, word.split())) + r"(?![\w-])"
    match = re.compile(pattern).search(text, start)
    return match.start() if match else start


def _place(offset: int, text: str) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
