"""What must hold between hurdles and the nodes that they limit and look at."""

from __future__ import annotations

from collections.abc import Iterator

from vfi.inputs.yaml import Path
from vfi.problems import quoted
from vfi.rubric.consistency.report import Report
from vfi.rubric.consistency.steps import scales_of
from vfi.rubric.models import Condition, CountCondition, FailureCondition, Hurdle, Rubric
from vfi.synthesis.limiting import nodes_meant
from vfi.synthesis.order import circle, looked_at


def check_hurdles(rubric: Rubric, path: Path, report: Report) -> None:
    """Tell hurdles that name what does not exist, or that wait for each other."""
    report.ids_are_unique((hurdle.id for hurdle in rubric.hurdles), path)
    for place, hurdle in enumerate(rubric.hurdles):
        _hurdle_fits(rubric, hurdle, (*path, place), report)
    waiting = circle(rubric)
    for place, hurdle in enumerate(rubric.hurdles):
        if hurdle.node in waiting and set(looked_at(hurdle, rubric)) & set(waiting):
            found = f"hurdles that wait for each other: {' -> '.join(reversed(waiting))}"
            expected = "a hurdle that looks only at nodes that do not rest on the one it limits"
            report.tell((*path, place), found, expected)
            return


def _hurdle_fits(rubric: Rubric, hurdle: Hurdle, path: Path, report: Report) -> None:
    known = rubric.node_ids
    if report.id_is_known(
        hurdle.node, known, "a criterion, a dimension or overall", (*path, "node")
    ):
        report.level_is_known(hurdle.cap, scales_of(rubric, hurdle.node), (*path, "cap"))
        for place, condition in enumerate(hurdle.when):
            _condition_fits(rubric, hurdle, condition, (*path, "when", place), report)


def _condition_fits(
    rubric: Rubric, hurdle: Hurdle, condition: Condition, path: Path, report: Report
) -> None:
    if isinstance(condition, FailureCondition):
        failures = [failure.id for failure in rubric.failure_indicators]
        report.id_is_known(
            condition.failure, failures, "an id from `failure_indicators`", (*path, "failure")
        )
        return
    nodes = list(_nodes(rubric, hurdle, condition, path, report))
    if condition.selector is not None:
        side, level = condition.selector
        report.level_is_known(
            level, [scale for node in nodes for scale in scales_of(rubric, node)], (*path, side)
        )


def _nodes(
    rubric: Rubric, hurdle: Hurdle, condition: Condition, path: Path, report: Report
) -> Iterator[str]:
    """The nodes that a condition looks at, as far as they exist."""
    if isinstance(condition, CountCondition):
        meant = nodes_meant(condition, hurdle.node, rubric)
        if not meant:
            found = f"{quoted(condition.among)} below {hurdle.node}, which has none"
            report.tell((*path, "among"), found, "criteria, dimensions or a list of ids")
        places: list[Path] = [(*path, "among", place) for place in range(len(meant))]
        named = zip(meant, places, strict=True)
    elif isinstance(condition, FailureCondition):
        return
    else:
        named = zip((condition.node,), ((*path, "node"),), strict=True)
    for node, place in named:
        if report.id_is_known(node, rubric.parts, "a criterion or a dimension", place):
            yield node
