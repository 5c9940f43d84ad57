"""`vfi rubric show`: what a rubric says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.cli.answer import Answer
from vfi.cli.options import RubricArgument
from vfi.cli.terminal.blocks import Block, Heading, Labelled, Paragraph
from vfi.numbers import exact

if TYPE_CHECKING:
    from vfi.rubric.models.parts import Judged
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.scale import Scale


def show_command(
    rubric: RubricArgument,
) -> Answer:
    """Show a rubric: its scale, its synthesis in words, and each criterion with its standards and
    where they come from.
    """
    from vfi.rubric.document import rubric_document, rubric_rows
    from vfi.rubric.loading import load_rubric

    found = load_rubric(rubric)
    return Answer(
        document=lambda: rubric_document(found),
        rows=lambda: rubric_rows(found),
        text=lambda: rubric_text(found),
    )


def rubric_text(rubric: Rubric) -> Iterator[Block]:
    """The rubric as text."""
    from vfi.cli.rubric.rules import hurdle_lines, perspective_lines, synthesis_lines

    yield Heading(rubric.title)
    yield f"{rubric.id} {rubric.version}, sha256 {rubric.sha256[:16]}..."
    agreed = f"criteria and standards agreed {rubric.locked}" if rubric.locked else ""
    if rubric.status or agreed:
        yield ", ".join(part for part in (rubric.status, agreed) if part)
    yield ""
    yield Paragraph(rubric.summary, indent=0)
    yield ""
    yield from _scale("Scale", rubric.scale)
    for name, scale in rubric.scales.items():
        yield ""
        yield from _scale(f"Scale {name}", scale)
    yield ""
    yield from synthesis_lines(rubric)
    yield from hurdle_lines(rubric)
    yield from perspective_lines(rubric)
    for dimension in rubric.dimensions:
        for part in dimension.walk():
            yield ""
            yield Heading(f"{part.id} {part.title}")
            yield from _part(rubric, part)


def _part(rubric: Rubric, part: Judged) -> Iterator[Block]:
    from vfi.rubric.models.parts import Criterion
    from vfi.scoring.words import rule_of_node

    yield Paragraph(part.meaning if isinstance(part, Criterion) else part.question, indent=0)
    if part.id in rubric.judged:
        yield from _judged(rubric, part)
    elif part.synthesis is not None:
        yield beside("Synthesis", rule_of_node(rubric, part.id))


def beside(label: str, text: str) -> Labelled:
    """A part of a rubric beside its name."""
    return Labelled(label, text, column=16, indent=2)


def _scale(title: str, scale: Scale) -> Iterator[Block]:
    yield Heading(title)
    for level in reversed(scale.levels):
        yield beside(f"{level.name} ({exact(level.value)})", level.meaning)


def _judged(rubric: Rubric, part: Judged) -> Iterator[Block]:
    from vfi.scoring.words import rule_of_node

    for name in reversed(rubric.judgement_scale(part.id).names):
        standard = part.standards[name]
        origin = f"[{standard.provenance.kind}: {standard.provenance.passage}]"
        yield beside(name, f"{standard.text} {origin}")
    if part.synthesis is not None:
        yield beside("Synthesis", rule_of_node(rubric, part.id))
    if part.indicator is not None:
        bands = "; ".join(f"{band.rating} {band.in_words}" for band in part.indicator.levels)
        what = f"{part.indicator.title}, {part.indicator.measure} in {part.indicator.unit}"
        yield beside(
            "Indicator", f"{what}; the {part.indicator.better} the better. Proposes {bands}."
        )
