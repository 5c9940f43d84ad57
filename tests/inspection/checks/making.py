"""Rubric files for the checks: a small sound one, and what it takes to make it unsound."""

from __future__ import annotations

from pathlib import Path

from vfi.inspection.checks.check import Checked, check_rubric
from vfi.inspection.checks.locks import JudgedOn
from vfi.problems import Problem

HEAD = """\
schema: vfi.rubric/1
id: library
version: "1.0"
title: Value of a library
summary: What the branch libraries of a town look like.
sources:
  - {id: handbook, title: Handbook, publisher: The office, date: "2024"}
provenance: {kind: proposed, source: handbook, passage: page 1}
scale:
  levels:
    - {name: Low, value: 1, meaning: Not there yet.}
    - {name: Fair, value: 2, meaning: On the way.}
    - {name: High, value: 3, meaning: Nearly there.}
    - {name: Top, value: 4, meaning: There.}
standards:
  Low: {text: Under 1 in 10}
  Fair: {text: From 1 to 4 in 10}
  High: {text: From 5 to 8 in 10}
  Top: {text: At least 9 in 10}
"""
MEAN = "{rule: mean, ties: up, missing: exclude}"


def rubric_text(
    criteria: int = 2,
    dimensions: int = 1,
    overall: str = MEAN,
    dimension: str = MEAN,
    end: str = "",
) -> str:
    """A rubric of so many dimensions A, B ... with so many criteria A1, A2 ... each."""
    lines = [HEAD + "dimensions:"]
    for letter in "ABCDEFGH"[:dimensions]:
        lines.append(
            f"  - id: {letter}\n    title: Dimension {letter}\n    question: How far?\n"
            "    criteria:"
        )
        lines += [
            f"      - {{id: {letter}{n}, title: Criterion {n}, meaning: Its share.}}"
            for n in range(1, criteria + 1)
        ]
    synthesis = {"criterion": MEAN, "dimension": dimension, "overall": overall}
    lines += ["synthesis:", *(f"  {name}: {step}" for name, step in synthesis.items())]
    return "\n".join(lines) + "\n" + end


def check(folder: Path, text: str, judged: JudgedOn | None = None) -> Checked:
    """What the check of a rubric with this text finds."""
    place = folder / "library"
    place.mkdir(exist_ok=True)
    (place / "rubric.yaml").write_text(text, encoding="utf-8")
    return check_rubric(place, judged)


def found(folder: Path, text: str, judged: JudgedOn | None = None) -> list[Problem]:
    """The problems found in a rubric with this text."""
    return list(check(folder, text, judged).problems)


def line_of(text: str, part: str) -> int:
    """The line of a text that holds a part of it."""
    assert text.count(part) == 1, part
    return text[: text.index(part)].count("\n") + 1
