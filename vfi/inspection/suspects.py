"""Whether a rubric can have an error that only its own check finds: a quick look, before a check
that takes longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from vfi.rubric.consistency.perspectives import placed_under
from vfi.rubric.consistency.steps import placed_steps

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric
    from vfi.rubric.models.standards import Standard


def may_have_errors(rubric: Rubric, dates: Iterable[str]) -> bool:
    """Whether the check of a rubric has anything to look at that could be an error, not only a
    warning.

    Args:
        rubric: the rubric, consistent in itself.
        dates: when it was judged by.
    """
    steps = list(placed_steps(rubric))
    changed = (
        placed
        for position in range(len(rubric.perspectives))
        for placed in placed_under(rubric, position)
    )
    if any(not placed.step.rises for placed in (*steps, *changed)):
        return True
    if any(_says_a_thing_twice(part.standards) for part in rubric.judged.values()):
        return True
    return rubric.locked is not None and any(
        is_before(date, rubric.locked) for date in dates if date
    )


def is_before(date: str, reference: str) -> bool:
    """Whether a date, perhaps only of a month or year, is certainly before another."""
    length = min(len(date), len(reference))
    return date[:length] < reference[:length]


def _says_a_thing_twice(standards: Mapping[str, Standard]) -> bool:
    texts = [standard.text for standard in standards.values()]
    return len(set(texts)) < len(texts)
