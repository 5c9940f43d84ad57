"""Whether a better input can ever make a rating worse."""

from __future__ import annotations

import math
from typing import Any

from vfi.rubric.consistency.report import Report
from vfi.rubric.linting.subjects import Subject
from vfi.rubric.models import Bands, Counting, DecisionTable, Mode
from vfi.rubric.profiles import Tried, evaluate, in_words

Profile = tuple[int, ...]


def check_monotone(subject: Subject, report: Report) -> None:
    """Tell a rule that rates a profile lower for one input that is a level higher, with the two profiles."""
    if not isinstance(subject.placed.step, Bands | Counting | DecisionTable | Mode):
        return  # means, medians, the worst and the best rise with their inputs
    found = reversal(subject.tried)
    if found is not None:
        before, after = found
        names, space = subject.space.scale.names, subject.space
        ratings = evaluate(space, _matrix(before, after)).places
        words = (
            f"{names[ratings[0]]} for {in_words(space, before)} and {names[ratings[1]]} for {in_words(space, after)}, "
            f"in {subject.where}"
        )
        report.tell(subject.placed.path, words, "a rule by which a better input never lowers the rating")


def reversal(tried: Tried) -> tuple[Profile, Profile] | None:
    """Two profiles that differ in one input by a level, of which the better has the lower rating.

    Where there are several, one with the most inputs judged.
    """
    best: tuple[int, Profile, Profile] | None = None
    for column, scale in enumerate(tried.space.scales):
        place = _first_fall(tried, column, len(scale.levels))
        if place is None:
            continue
        before = tried.profile(place)
        after = tuple(entry + (number == column) for number, entry in enumerate(before))
        if best is None or before.count(0) < best[0]:
            best = before.count(0), before, after
    return None if best is None else best[1:]


def _first_fall(tried: Tried, column: int, levels: int) -> int | None:
    """The place of a profile that falls when the input in a column rises by a level."""
    import numpy as np

    entries = tried.profiles[:, column]
    can_rise = np.flatnonzero((entries > 0) & (entries < levels) & (tried.ratings.places >= 0))
    before, after = tried.ratings.places[can_rise], _raised(tried, can_rise, column)
    falls = can_rise[(after >= 0) & (after < before)]
    if not len(falls):
        return None
    missing = (tried.profiles[falls] == 0).sum(axis=1)
    return int(falls[missing.argmin()])


def _raised(tried: Tried, places: Any, column: int) -> Any:
    """The ratings of profiles with the input in a column raised by a level."""
    if tried.is_all and not tried.space.is_anonymous:
        return tried.ratings.places[places + math.prod(tried.space.shape[column + 1 :])]
    raised = tried.profiles[places]
    if not len(raised):
        return tried.ratings.places[places]
    raised[:, column] += 1
    return evaluate(tried.space, raised).places


def _matrix(*profiles: Profile) -> Any:
    import numpy as np

    return np.array(profiles, dtype=np.int8)
