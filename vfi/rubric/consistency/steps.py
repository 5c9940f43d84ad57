"""What must hold between a step, the nodes that it rates and the scales of what lies below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vfi.problems import listed, quoted
from vfi.rubric.consistency.parts import parts_with_paths, scale_is_known
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.rule import Rule, Setting

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.scale import Scale


@dataclass(frozen=True, slots=True)
class LocatedStep:
    """A step, where it stands in the file, and the nodes that it rates."""

    step: Rule
    path: Path
    nodes: tuple[str, ...]


def check_steps(rubric: Rubric, steps: Sequence[LocatedStep], report: Report) -> None:
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


def _children_are_known(rubric: Rubric, placed: LocatedStep, report: Report) -> None:
    known = [child for node in placed.nodes for child in rubric.children[node]]
    judged = any(node in rubric.judged for node in placed.nodes)
    for path, child in placed.step.children_named():
        if judged:
            expected = "no ids: the inputs of this step are cases, which a rubric does not know"
            report.tell((*placed.path, *path), quoted(child), expected)
        elif placed.nodes:
            report.id_is_known(child, known, "the id of a child of the node", (*placed.path, *path))


def _step_fits(
    rubric: Rubric, placed: LocatedStep, node: str, scale: Scale, report: Report
) -> None:
    inputs = below(rubric, node)
    for named in placed.step.levels_named():
        scales = [scale]
        if not named.of_rating:
            meant = [known for name, known in inputs.items() if named.child in (None, name)]
            scales = [one for known in meant for one in known]
        report.level_is_known(named.level, scales, (*placed.path, *named.path))
    _weights_are_complete(placed, node, list(inputs), report)
    for misfit in placed.step.misfits(Setting(node, scale, inputs)):
        report.tell((*placed.path, *misfit.path), misfit.found, misfit.expected)
    _scores_are_on_the_scale(rubric, placed, node, report)


def _weights_are_complete(
    placed: LocatedStep, node: str, children: Sequence[str], report: Report
) -> None:
    weights = placed.step.weights_given
    if weights is None or "" in children:
        return
    absent = [child for child in children if child not in weights]
    if absent:
        found = f"no weight for {listed(absent)}"
        report.tell((*placed.path, "weights"), found, f"a weight for each child of {node}")


def _scores_are_on_the_scale(
    rubric: Rubric, placed: LocatedStep, node: str, report: Report
) -> None:
    if placed.step.of != "scores":
        return
    path = (*placed.path, "of")
    if node in rubric.judged:
        tier = rubric.tier_named[rubric.kinds[node]].title
        found = f"scores below a {tier}"
        report.tell(path, found, "ratings; judgements have only the one value")
    for child in rubric.children[node]:
        step = rubric.step_of(child)
        if not step.is_on_the_scale:
            found = f"the scores of {child}, which are a {step.quantity}"
            report.tell(path, found, f"ratings; a {step.quantity} is not a value of the scale")


def placed_steps(rubric: Rubric) -> list[LocatedStep]:
    """Every step of a rubric with the nodes that it rates, those of its perspectives aside."""
    own: dict[str, Path] = {
        part.id: (*path, "synthesis")
        for path, part in parts_with_paths(rubric)
        if part.synthesis is not None
    }
    rated_by: dict[str, list[str]] = {key: [] for key in rubric.synthesis}
    for node in rubric.node_ids:
        if node not in own:
            rated_by[OVERALL if node == OVERALL else rubric.step_key(node)].append(node)
    steps = [
        LocatedStep(rubric.synthesis[key], ("synthesis", key), tuple(nodes))
        for key, nodes in rated_by.items()
    ]
    return steps + [LocatedStep(rubric.step_of(node), path, (node,)) for node, path in own.items()]
