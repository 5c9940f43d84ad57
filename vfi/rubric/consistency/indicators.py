"""What must hold between an indicator and the scale of the criterion that it speaks to."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from vfi.rubric.consistency.parts import parts_with_paths, source_is_known

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.indicators import Indicator
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.levels import Band
    from vfi.synthesis.scale import Scale


def check_indicators(rubric: Rubric, report: Report) -> None:
    """Tell indicators whose bands name unknown levels, overlap, or run against `better`."""
    for path, part in parts_with_paths(rubric):
        if part.indicator is None or part.id not in rubric.judged:
            continue
        place = (*path, "indicator")
        _provenance_is_known(rubric, part.indicator, place, report)
        if part.scale in (None, "default") or part.scale in rubric.scales:
            _bands_fit(part.indicator, rubric.judgement_scale(part.id), place, report)


def _provenance_is_known(rubric: Rubric, indicator: Indicator, path: Path, report: Report) -> None:
    if indicator.provenance is not None:
        source_is_known(
            rubric, indicator.provenance.source, (*path, "provenance", "source"), report
        )
    elif rubric.provenance is None:
        expected = "a provenance of its own, or one for all at the top level of the rubric"
        report.tell(path, "cut points without a provenance", expected)


def _bands_fit(indicator: Indicator, scale: Scale, path: Path, report: Report) -> None:
    for place, band in enumerate(indicator.levels):
        report.level_is_known(band.rating, (scale,), (*path, "levels", place, "rating"))
    known = [(i, band) for i, band in enumerate(indicator.levels) if band.rating in scale.positions]
    for (_, first), (place, second) in combinations(known, 2):
        higher_is_second = scale.positions[second.rating] >= scale.positions[first.rating]
        ascending = higher_is_second == (indicator.better == "higher")
        lower, upper = (first, second) if ascending else (second, first)
        same = first.rating == second.rating and (
            _lies_below(second, first) or _lies_below(first, second)
        )
        if not same and not _lies_below(lower, upper):
            found = f"{second.rating} {second.in_words} beside {first.rating} {first.in_words}"
            expected = (
                f"bands apart from each other in which the {indicator.better} value is the better "
                "level"
            )
            report.tell((*path, "levels", place), found, expected)


def _lies_below(lower: Band, upper: Band) -> bool:
    """Whether one band ends where the other begins, or before."""
    end, start = lower.upper, upper.lower
    if end is None or start is None:
        return False
    return end[0] < start[0] or (end[0] == start[0] and not (end[1] and start[1]))
