"""What must hold between a step, the nodes that it rates and the scales of what lies below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vfi.inputs.yaml import Path
from vfi.problems import listed, quoted
from vfi.rubric.consistency.named import levels_named
from vfi.rubric.consistency.parts import parts_with_paths, scale_is_known
from vfi.rubric.consistency.report import Report
from vfi.rubric.models import (
    OVERALL,
    AnyStep,
    Bands,
    Best,
    Counting,
    DecisionTable,
    Median,
    Mode,
    Rubric,
    Scale,
    WeightedMean,
    Worst,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A step, where it stands in the file, and the nodes that it rates."""

    step: AnyStep
    path: Path
    nodes: tuple[str, ...]


def check_steps(rubric: Rubric, steps: Sequence[Placed], report: Report) -> None:
    """Tell every step that does not fit the nodes that it rates."""
    for placed in steps:
        if not scale_is_known(rubric, placed.step.scale, (*placed.path, "scale"), report):
            continue
        _children_are_known(rubric, placed, report)
        for node in placed.nodes:
            for scale in _existing(rubric.rating_scale, node):
                _step_fits(rubric, placed, node, scale, report)


def below(rubric: Rubric, node: str) -> dict[str, list[Scale]]:
    """The scales that each input of a node can have its level on; its own judgements go by the name
    "".
    """
    if node in rubric.judged:
        return {"": _existing(rubric.judgement_scale, node)}
    return {child: scales_of(rubric, child) for child in rubric.children[node]}


def scales_of(rubric: Rubric, node: str) -> list[Scale]:
    """The scales that the level of a node can be on: over all cases, and for a case by itself.

    A case has no rating of a criterion but a judgement, which can be on another scale. A scale that
    does not exist is told elsewhere and left out here.
    """
    scales = _existing(rubric.rating_scale, node)
    if node in rubric.judged:
        scales += [
            scale for scale in _existing(rubric.judgement_scale, node) if scale not in scales
        ]
    return scales


def _existing(scale_of: Callable[[str], Scale], node: str) -> list[Scale]:
    try:
        return [scale_of(node)]
    except KeyError:
        return []


def _children_are_known(rubric: Rubric, placed: Placed, report: Report) -> None:
    known = [child for node in placed.nodes for child in rubric.children[node]]
    judged = any(node in rubric.judged for node in placed.nodes)
    for path, child in _children_named(placed.step):
        if judged:
            expected = "no ids: the inputs of this step are cases, which a rubric does not know"
            report.tell((*placed.path, *path), quoted(child), expected)
        elif placed.nodes:
            report.id_is_known(child, known, "the id of a child of the node", (*placed.path, *path))


def _children_named(step: AnyStep) -> Iterator[tuple[Path, str]]:
    if isinstance(step, WeightedMean | Bands):
        yield from ((("weights", child), child) for child in step.weights or ())
    if isinstance(step, Counting):
        for i, row in enumerate(step.rows):
            for j, count in enumerate(row.when):
                yield from (
                    (("rows", i, "when", j, "among", k), child)
                    for k, child in enumerate(count.among or ())
                )
    if isinstance(step, DecisionTable):
        for i, table_row in enumerate(step.rows):
            yield from ((("rows", i, "when", child), child) for child in table_row.when)


def _step_fits(rubric: Rubric, placed: Placed, node: str, scale: Scale, report: Report) -> None:
    inputs = below(rubric, node)
    for path, level, child, is_rating in levels_named(placed.step):
        if is_rating:
            scales: list[Scale] = [scale]
        else:
            scales = [
                one for name, found in inputs.items() if child in (None, name) for one in found
            ]
        report.level_is_known(level, scales, (*placed.path, *path))
    _weights_are_complete(placed, node, list(inputs), report)
    _scales_are_comparable(placed, node, scale, inputs, report)
    _ties_can_be_even(placed, scale, report)
    _percentage_has_a_top(placed, inputs, report)
    _scores_are_on_the_scale(rubric, placed, node, report)


def _weights_are_complete(
    placed: Placed, node: str, children: Sequence[str], report: Report
) -> None:
    if (
        not isinstance(placed.step, WeightedMean | Bands)
        or placed.step.weights is None
        or "" in children
    ):
        return
    absent = [child for child in children if child not in placed.step.weights]
    if absent:
        found = f"no weight for {listed(absent)}"
        report.tell((*placed.path, "weights"), found, f"a weight for each child of {node}")


def _scales_are_comparable(
    placed: Placed, node: str, scale: Scale, inputs: dict[str, list[Scale]], report: Report
) -> None:
    if not isinstance(placed.step, Worst | Best | Median | Mode):
        return
    for child, scales in inputs.items():
        for other in scales:
            if other != scale:
                what = (
                    f"{child} on the scale {listed(other.names)}"
                    if child
                    else f"the scale {listed(other.names)}"
                )
                expected = (
                    f"the scale of {node}, whose levels {placed.step.rule} compares: "
                    f"{listed(scale.names)}"
                )
                report.tell((*placed.path, "rule"), what, expected)


def _ties_can_be_even(placed: Placed, scale: Scale, report: Report) -> None:
    if getattr(placed.step, "ties", None) != "even":
        return
    for lower, higher in zip(scale.levels, scale.levels[1:], strict=False):
        whole = lower.value.denominator == 1 == higher.value.denominator
        if not whole or (lower.value + higher.value) % 2 == 0:
            found = (
                f"ties to the even level between {lower.name} ({lower.value}) and {higher.name} "
                f"({higher.value})"
            )
            expected = "whole-number levels of which one is even and one odd"
            report.tell((*placed.path, "ties"), found, expected)


def _percentage_has_a_top(placed: Placed, inputs: dict[str, list[Scale]], report: Report) -> None:
    if not isinstance(placed.step, Bands) or placed.step.on != "percentage":
        return
    for scales in inputs.values():
        for scale in scales:
            if scale.top.value <= 0:
                found = f"a percentage of the top value {scale.top.value}"
                report.tell(
                    (*placed.path, "on"), found, "a scale whose top level has a value above 0"
                )


def _scores_are_on_the_scale(rubric: Rubric, placed: Placed, node: str, report: Report) -> None:
    if placed.step.of != "scores":
        return
    path = (*placed.path, "of")
    if node in rubric.judged:
        report.tell(path, "scores below a criterion", "ratings; judgements have only the one value")
    for child in rubric.children[node]:
        step = rubric.step_of(child)
        if isinstance(step, Bands) and step.on != "mean":
            found = f"the scores of {child}, which are a {step.on}"
            report.tell(path, found, f"ratings; a {step.on} is not a value of the scale")


def placed_steps(rubric: Rubric) -> list[Placed]:
    """Every step of a rubric with the nodes that it rates, those of its perspectives aside."""
    own: dict[str, Path] = {
        part.id: (*path, "synthesis")
        for path, part in parts_with_paths(rubric)
        if part.synthesis is not None
    }
    shared = [
        ("criterion", tuple(node for node in rubric.judged if node not in own)),
        (
            "dimension",
            tuple(d.id for d in rubric.dimensions if d.id not in own and not d.is_holistic),
        ),
        ("overall", (OVERALL,)),
    ]
    steps = [
        Placed(getattr(rubric.synthesis, name), ("synthesis", name), nodes)
        for name, nodes in shared
    ]
    return steps + [Placed(rubric.step_of(node), path, (node,)) for node, path in own.items()]
