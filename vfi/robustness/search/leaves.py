"""What a search in a study starts from: its hurdles, and what its cases are judged on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from vfi.robustness.grid import columns_of
from vfi.robustness.limits import VECTORS, VECTORS_AT_ONCE
from vfi.robustness.search.reach import Leaf
from vfi.robustness.search.watching import Watching

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.study.models import Study


def watching_of(study: Study) -> Watching:
    """The rubric of a study with its hurdles, and the failures that are recorded."""
    return Watching(study.rubric, Counter(failure.failure for failure in study.failures))


def leaves_of(study: Study) -> dict[str, Leaf]:
    """What the cases of a study are judged on."""
    rubric = study.rubric
    leaves = {
        node: Leaf(column, rubric.step_of(node), rubric.rating_scale(node), is_scored(node, rubric))
        for node, column in columns_of(study).items()
    }
    spread = sum(not leaf.adds_up for leaf in leaves.values())
    vectors = min(VECTORS_AT_ONCE, VECTORS // max(spread, 1))
    return {node: replace(leaf, vectors=vectors) for node, leaf in leaves.items()}


def is_scored(node: str, rubric: Rubric) -> bool:
    """Whether the step above a node takes its score and not its rating."""
    return any(
        node in children and rubric.step_of(above).of == "scores"
        for above, children in rubric.children.items()
    )
