"""What must hold between hurdles and the nodes that they limit and look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vfi.problems import listed, nearest, quoted
from vfi.rubric.consistency.steps import scales_of
from vfi.rubric.consistency.tiers import what_nodes_are
from vfi.synthesis.nodes import OVERALL
from vfi.synthesis.tree import circle

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.condition import Condition
    from vfi.synthesis.hurdles import Hurdle


def check_hurdles(rubric: Rubric, path: Path, report: Report) -> None:
    """Tell hurdles that name what does not exist, or that wait for each other."""
    report.ids_are_unique((hurdle.id for hurdle in rubric.hurdles), path)
    for place, hurdle in enumerate(rubric.hurdles):
        _hurdle_fits(rubric, hurdle, (*path, place), report)
    waiting = circle(rubric)
    for place, hurdle in enumerate(rubric.hurdles):
        if hurdle.node in waiting and set(hurdle.looked_at(rubric)) & set(waiting):
            found = f"hurdles that wait for each other: {' -> '.join(reversed(waiting))}"
            expected = "a hurdle that looks only at nodes that do not rest on the one it limits"
            report.tell((*path, place), found, expected)
            return


def _hurdle_fits(rubric: Rubric, hurdle: Hurdle, path: Path, report: Report) -> None:
    known = rubric.node_ids
    if report.id_is_known(hurdle.node, known, what_nodes_are(rubric, OVERALL), (*path, "node")):
        report.level_is_known(hurdle.cap, scales_of(rubric, hurdle.node), (*path, "cap"))
        for place, condition in enumerate(hurdle.when):
            _condition_fits(rubric, hurdle, condition, (*path, "when", place), report)


def _condition_fits(
    rubric: Rubric, hurdle: Hurdle, condition: Condition, path: Path, report: Report
) -> None:
    if condition.failure_named is not None:
        failures = [failure.id for failure in rubric.failure_indicators]
        place = (*path, condition.key)
        report.id_is_known(
            condition.failure_named, failures, "an id from `failure_indicators`", place
        )
    nodes = list(_known_nodes(rubric, hurdle, condition, path, report))
    if condition.level_named is not None:
        side, level = condition.level_named
        scales = [scale for node in nodes for scale in scales_of(rubric, node)]
        report.level_is_known(level, scales, (*path, side))


def _known_nodes(
    rubric: Rubric, hurdle: Hurdle, condition: Condition, path: Path, report: Report
) -> Iterator[str]:
    """The nodes that a condition looks at, as far as they exist."""
    references = list(condition.references(hurdle.node, rubric))
    if not references and condition.failure_named is None:
        _tell_none(rubric, hurdle, str(getattr(condition, "among", "")), (*path, "among"), report)
    expected = what_nodes_are(rubric)
    for reference in references:
        place = (*path, *reference.path)
        if report.id_is_known(reference.node, rubric.parts, expected, place):
            yield reference.node


def _tell_none(rubric: Rubric, hurdle: Hurdle, among: str, path: Path, report: Report) -> None:
    """Tell that a condition counts among no node."""
    plurals = [tier.plural for tier in rubric.tiers]
    below = [plural for plural in plurals if rubric.below(hurdle.node, plural)]
    expected = f"{listed(below)} or a list of ids" if below else "a list of ids"
    if among in plurals:
        report.tell(path, f"{quoted(among)} below {hurdle.node}, which has none", expected)
    else:
        report.tell(path, quoted(among), expected, nearest(among, below))
