"""What must hold between the parts of a rubric, each of which is valid by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.rubric.consistency.hurdles import check_hurdles
from vfi.rubric.consistency.indicators import check_indicators
from vfi.rubric.consistency.parts import check_parts
from vfi.rubric.consistency.perspectives import check_perspectives
from vfi.rubric.consistency.report import Report
from vfi.rubric.consistency.steps import check_steps, placed_steps
from vfi.rubric.consistency.tiers import check_tiers, has_every_step
from vfi.synthesis.tree import is_a_tree

if TYPE_CHECKING:
    from vfi.inputs.yaml import Document
    from vfi.problems import Problems
    from vfi.rubric.models.rubric import Rubric


def check_consistency(rubric: Rubric, document: Document, problems: Problems) -> None:
    """Add a problem for every part of the rubric that does not agree with another.

    Args:
        rubric: the rubric, each part of which is valid by itself.
        document: the file that it comes from, for the lines.
        problems: where problems are added.
    """
    report = Report(document, problems)
    check_tiers(rubric, report)
    check_parts(rubric, report)
    report.ids_are_unique(
        (failure.id for failure in rubric.failure_indicators), ("failure_indicators",)
    )
    check_indicators(rubric, report)
    if not is_a_tree(rubric):  # an id that stands for two nodes, one of them below the other
        return
    check_hurdles(rubric, ("hurdles",), report)
    if has_every_step(rubric):
        check_steps(rubric, placed_steps(rubric), report)
        check_perspectives(rubric, report)
