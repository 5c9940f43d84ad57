"""Whether the cut points of an indicator leave a value, or a level, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.inspection.checks.bands import holes_between
from vfi.problems import listed
from vfi.rubric.consistency.parts import parts_with_paths

if TYPE_CHECKING:
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.indicators import Indicator
    from vfi.rubric.models.rubric import Rubric

LOWEST = 0  # shares and counts have no values below it
HIGHEST = {"percentage": 100, "ratio": 1}


def check_indicators(rubric: Rubric, report: Report) -> None:
    """Tell holes between cut points, ends that are not open, and levels that no value proposes."""
    for path, part in parts_with_paths(rubric):
        if part.indicator is None or part.id not in rubric.judged:
            continue
        levels_path = (*path, "indicator", "levels")
        for below, above in holes_between(part.indicator.levels):
            message = (
                f"no level for values between {below.rating} ({below.in_words}) and {above.rating} "
            )
            report.warn(
                levels_path, f"{message}({above.in_words})", "cut points that leave no value out"
            )
        for message in _closed_ends(part.indicator):
            report.warn(levels_path, message, "an open end, so that every value has a level")
        proposed = {band.rating for band in part.indicator.levels}
        absent = [name for name in rubric.judgement_scale(part.id).names if name not in proposed]
        if absent:
            report.warn(
                levels_path, f"no values for {listed(absent)}", "values for each level of the scale"
            )


def _closed_ends(indicator: Indicator) -> list[str]:
    lower = [band.lower for band in indicator.levels]
    upper = [band.upper for band in indicator.levels]
    messages = []
    lowest = min((edge for edge in lower if edge is not None), default=None)
    if (
        lowest is not None
        and None not in lower
        and (lowest[0] > LOWEST or (lowest[0] == LOWEST and not lowest[1]))
    ):
        messages.append(f"no level for values below {lowest[0]}")
    highest = max((edge for edge in upper if edge is not None), default=None)
    if highest is not None and None not in upper:
        bound = HIGHEST.get(indicator.measure)
        if bound is None or highest[0] < bound or (highest[0] == bound and not highest[1]):
            messages.append(f"no level for values above {highest[0]}")
    return messages
