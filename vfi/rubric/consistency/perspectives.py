"""What must hold for a rubric as one of its perspectives changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.rubric.consistency.hurdles import check_hurdles
from vfi.rubric.consistency.steps import LocatedStep, check_steps, placed_steps
from vfi.rubric.consistency.tiers import what_nodes_are
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.perspectives import Perspective
    from vfi.rubric.models.rubric import Rubric


def check_perspectives(rubric: Rubric, report: Report) -> None:
    """Tell perspectives that name unknown nodes, or whose steps and hurdles do not fit the rest."""
    report.ids_are_unique(
        (perspective.id for perspective in rubric.perspectives), ("perspectives",)
    )
    for place, perspective in enumerate(rubric.perspectives):
        path: Path = ("perspectives", place)
        _nodes_are_known(rubric, perspective, path, report)
        changed = rubric.under(perspective.id)
        check_steps(changed, placed_under(rubric, place), report)
        hurdles: Path = ("hurdles",) if perspective.hurdles is None else (*path, "hurdles")
        check_hurdles(changed, hurdles, report)


def placed_under(rubric: Rubric, place: int) -> list[LocatedStep]:
    """Every step of a rubric under its perspective at a place of the list, with where it stands in
    the file.
    """
    perspective = rubric.perspectives[place]
    changed = rubric.under(perspective.id)
    return [_placed(step, perspective, ("perspectives", place)) for step in placed_steps(changed)]


def _nodes_are_known(rubric: Rubric, perspective: Perspective, path: Path, report: Report) -> None:
    for node in perspective.nodes or ():
        place = (*path, "nodes", node)
        if node == OVERALL:
            report.tell(
                place, '"overall" among single nodes', "its step in `synthesis`, as `overall`"
            )
        else:
            report.id_is_known(node, list(rubric.parts), what_nodes_are(rubric), place)


def _placed(step: LocatedStep, perspective: Perspective, path: Path) -> LocatedStep:
    """The step with its place in the perspective, where that is where it comes from."""
    if step.path[0] == "synthesis" and step.path[1] in (perspective.synthesis or {}):
        return LocatedStep(step.step, (*path, *step.path), step.nodes)
    if len(step.nodes) == 1 and step.nodes[0] in (perspective.nodes or ()):
        return LocatedStep(step.step, (*path, "nodes", step.nodes[0]), step.nodes)
    return step
