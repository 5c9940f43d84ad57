"""A rubric for reading on a terminal, and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from vfi.cli.output import bold
from vfi.rubric import Rubric
from vfi.scoring.words import decimal, rule_in_words

WIDTH = 96


def rubric_text(rubric: Rubric, colour: bool) -> str:
    """The rubric as text."""
    return "\n".join(_lines(rubric, colour))


def rubric_document(rubric: Rubric) -> dict[str, Any]:
    """The rubric as plain data, in the form of its file, with the digest of that file."""
    document: dict[str, Any] = rubric.model_dump(mode="json", by_alias=True, exclude_none=True)
    return document | {"sha256": rubric.sha256}


def rubric_rows(rubric: Rubric) -> list[Sequence[str]]:
    """The standards as the rows of a table, its header first."""
    rows: list[Sequence[str]] = [
        ("dimension", "criterion", "title", "level", "standard", "provenance", "passage", "quotation", "note")
    ]
    for dimension in rubric.dimensions:
        for criterion in dimension.criteria:
            for level in rubric.judgement_scale(criterion.id).names:
                standard = criterion.standards[level]
                origin = standard.provenance
                where = (origin.kind, origin.passage, origin.quotation or "", origin.note or "")
                rows.append((dimension.id, criterion.id, criterion.title, level, standard.text, *where))
    return rows


def _lines(rubric: Rubric, colour: bool) -> Iterator[str]:
    yield bold(rubric.title, colour)
    yield f"{rubric.id} {rubric.version}, sha256 {rubric.sha256[:16]}..."
    yield ""
    yield from textwrap.wrap(rubric.summary, WIDTH)
    yield ""
    yield bold("Scale", colour)
    for level in reversed(rubric.scale.levels):
        yield from _indented(f"{level.name} ({decimal(level.value)})", level.meaning)
    yield ""
    yield bold("Synthesis", colour)
    steps = rubric.synthesis
    yield from _indented("Criterion", rule_in_words(steps.criterion, "criterion"))
    yield from _indented("Dimension", rule_in_words(steps.dimension, "dimension"))
    yield from _indented("Overall", rule_in_words(steps.overall, "overall"))
    for dimension in rubric.dimensions:
        yield ""
        yield bold(f"{dimension.id} {dimension.title}", colour)
        yield from textwrap.wrap(dimension.question, WIDTH)
        for criterion in dimension.criteria:
            yield ""
            yield bold(f"{criterion.id} {criterion.title}", colour)
            yield from textwrap.wrap(criterion.meaning, WIDTH)
            for name in reversed(rubric.judgement_scale(criterion.id).names):
                standard = criterion.standards[name]
                origin = f"[{standard.provenance.kind}: {standard.provenance.passage}]"
                yield from _indented(name, f"{standard.text} {origin}")


def _indented(label: str, text: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"  {label}".ljust(15) + " ",
        subsequent_indent=" " * 16,
        break_on_hyphens=False,
    )
