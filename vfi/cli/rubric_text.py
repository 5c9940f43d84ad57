"""A rubric for reading on a terminal, and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from vfi.cli.output import bold
from vfi.cli.rubric_rules_text import hurdle_lines, perspective_lines, synthesis_lines
from vfi.cli.rubric_wrapping import WIDTH, indented
from vfi.numbers import exact
from vfi.rubric import Judged, Rubric, Scale
from vfi.scoring.words import rule_in_words


def rubric_text(rubric: Rubric, colour: bool) -> str:
    """The rubric as text."""
    return "\n".join(_lines(rubric, colour))


def rubric_document(rubric: Rubric) -> dict[str, Any]:
    """The rubric as plain data, in the form of its file, with the digest of that file.

    Standards that criteria inherit are written out at each of them.
    """
    document: dict[str, Any] = rubric.model_dump(mode="json", by_alias=True, exclude_none=True)
    return document | {"sha256": rubric.sha256}


def rubric_rows(rubric: Rubric) -> list[Sequence[str]]:
    """The standards as the rows of a table, its header first."""
    rows: list[Sequence[str]] = [
        ("dimension", "criterion", "title", "level", "standard", "provenance", "passage", "quotation", "note")
    ]
    for dimension in rubric.dimensions:
        for part in dimension.criteria or (dimension,):
            for level in rubric.judgement_scale(part.id).names:
                standard = part.standards[level]
                origin = standard.provenance
                where = (origin.kind, origin.passage, origin.quotation or "", origin.note or "")
                rows.append((dimension.id, part.id, part.title, level, standard.text, *where))
    return rows


def _lines(rubric: Rubric, colour: bool) -> Iterator[str]:
    yield bold(rubric.title, colour)
    yield f"{rubric.id} {rubric.version}, sha256 {rubric.sha256[:16]}..."
    agreed = f"criteria and standards agreed {rubric.locked}" if rubric.locked else ""
    if rubric.status or agreed:
        yield ", ".join(part for part in (rubric.status, agreed) if part)
    yield ""
    yield from textwrap.wrap(rubric.summary, WIDTH)
    yield ""
    yield from _scale("Scale", rubric.scale, colour)
    for name, scale in rubric.scales.items():
        yield ""
        yield from _scale(f"Scale {name}", scale, colour)
    yield ""
    yield from synthesis_lines(rubric, colour)
    yield from hurdle_lines(rubric, colour)
    yield from perspective_lines(rubric, colour)
    for dimension in rubric.dimensions:
        yield ""
        yield bold(f"{dimension.id} {dimension.title}", colour)
        yield from textwrap.wrap(dimension.question, WIDTH)
        if dimension.is_holistic:
            yield from _judged(rubric, dimension)
        elif dimension.synthesis is not None:
            yield from indented("Synthesis", rule_in_words(dimension.synthesis, "dimension"))
        for criterion in dimension.criteria:
            yield ""
            yield bold(f"{criterion.id} {criterion.title}", colour)
            yield from textwrap.wrap(criterion.meaning, WIDTH)
            yield from _judged(rubric, criterion)


def _scale(title: str, scale: Scale, colour: bool) -> Iterator[str]:
    yield bold(title, colour)
    for level in reversed(scale.levels):
        yield from indented(f"{level.name} ({exact(level.value)})", level.meaning)


def _judged(rubric: Rubric, part: Judged) -> Iterator[str]:
    for name in reversed(rubric.judgement_scale(part.id).names):
        standard = part.standards[name]
        origin = f"[{standard.provenance.kind}: {standard.provenance.passage}]"
        yield from indented(name, f"{standard.text} {origin}")
    if part.synthesis is not None:
        yield from indented("Synthesis", rule_in_words(part.synthesis, "criterion"))
    if part.indicator is not None:
        bands = "; ".join(f"{band.rating} {band.in_words}" for band in part.indicator.levels)
        what = f"{part.indicator.title}, {part.indicator.measure} in {part.indicator.unit}"
        yield from indented("Indicator", f"{what}; the {part.indicator.better} the better. Proposes {bands}.")
