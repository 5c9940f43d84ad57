"""Whether standards tell the levels apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vfi.problems import quoted
from vfi.rubric.consistency.parts import parts_with_paths

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.standards import Standard

FEWEST_WORDS = 4  # a text as short as "Yes" may well be said of several criteria


def check_standards(rubric: Rubric, report: Report) -> None:
    """Tell standards of two levels that are the same or nearly so, repeated ones, and those that
    say nothing.
    """
    _levels_differ(rubric.standards, rubric, ("standards",), report)
    first: dict[str, tuple[str, str, int]] = {}
    for path, part in parts_with_paths(rubric):
        if part.id not in rubric.judged:
            continue
        standards_path = (*path, "standards")
        _levels_differ(part.standards, rubric, standards_path, report)
        for level, standard in own_standards(part.standards, rubric):
            _is_not_repeated(
                standard, level, part.id, first, (*standards_path, level, "text"), report
            )


def own_standards(
    standards: Mapping[str, Standard], rubric: Rubric
) -> Iterator[tuple[str, Standard]]:
    """The standards that stand with a criterion itself, by level."""
    yield from (
        (level, standard)
        for level, standard in standards.items()
        if standard is not rubric.standards.get(level)
    )


def folded(text: str) -> str:
    """A text without what hides that two are the same: case, spaces and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _levels_differ(
    standards: Mapping[str, Standard], rubric: Rubric, path: Path, report: Report
) -> None:
    generic = path != ("standards",)
    first_levels: dict[str, str] = {}
    for level, standard in standards.items():
        text_path = (*path, level, "text")
        alike = folded(standard.text)
        first_level = first_levels.setdefault(alike, level)
        if generic and all(
            standards[name] is rubric.standards.get(name) for name in (level, first_level)
        ):
            continue
        if first_level != level:
            is_same = standards[first_level].text == standard.text
            message = (
                f"the standard of {first_level} again for {level}"
                if is_same
                else f"for {level} nearly that of {first_level}"
            )
            expected = "standards that tell the levels apart"
            (report.tell if is_same else report.warn)(
                text_path, f"{message}: {quoted(standard.text)}", expected
            )
        if alike == folded(level):
            report.warn(
                text_path,
                f"a standard that only repeats {quoted(level)}",
                "what a case has to look like for it",
            )


def _is_not_repeated(
    standard: Standard,
    level: str,
    node: str,
    first: dict[str, tuple[str, str, int]],
    path: Path,
    report: Report,
) -> None:
    alike = folded(standard.text)
    if len(alike.split()) < FEWEST_WORDS:
        return
    first_node, at, line = first.setdefault(alike, (node, level, report.line(path)))
    if first_node != node:
        message = (
            f"the standard of {first_node} at {at} (line {line}) again: {quoted(standard.text)}"
        )
        report.warn(
            path, message, "a standard of its own, or one for all in `standards` at the top level"
        )
