"""Whether a better input can ever make a rating worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi.profiles.evaluation import evaluate
from vfi.profiles.neighbours import neighbours
from vfi.profiles.tried import Tried, in_words

if TYPE_CHECKING:
    from vfi.inspection.checks.subjects import Subject
    from vfi.rubric.consistency.report import Report

Profile = tuple[int, ...]
MOST_RAISED = 100_000_000  # entries of profiles, all inputs raised in turn


def check_monotone(subject: Subject, report: Report) -> None:
    """Tell a rule that rates a profile lower for one input that is a level higher, with the two
    profiles.
    """
    if subject.placed.step.rises:
        return
    profiles = reversal(subject.tried)
    if profiles is not None:
        (before, high), (after, low) = profiles
        space = subject.space
        words = (
            f"{high} for {in_words(space, before)} and {low} for {in_words(space, after)}, in "
            f"{subject.where}"
        )
        report.tell(
            subject.placed.path, words, "a rule by which a better input never lowers the rating"
        )


def reversal(tried_profiles: Tried) -> tuple[tuple[Profile, str], tuple[Profile, str]] | None:
    """Two profiles with their ratings that differ in one input by a level, of which the better is
    rated lower.

    Where there are several, two with the most inputs judged.
    """
    space, names = tried_profiles.space, tried_profiles.space.scale.names
    ways = len(space.scales[0].levels) if space.is_anonymous else len(space.names)
    limit = max(MOST_RAISED // (ways * len(space.names)), 100)
    best: tuple[int, Profile, Profile, str, str] | None = None
    for indices, raised in neighbours(space, tried_profiles.profiles[:limit], 1):
        before, after = tried_profiles.ratings.places[indices], evaluate(space, raised).places
        falls = ((after >= 0) & (after < before)).nonzero()[0]
        if not len(falls):
            continue
        fall = falls[(raised[falls] == 0).sum(axis=1).argmin()]
        low, high = (
            tried_profiles.profile(indices[fall]),
            tuple(int(entry) for entry in raised[fall]),
        )
        if best is None or low.count(0) < best[0]:
            best = low.count(0), low, high, names[before[fall]], names[after[fall]]
    return None if best is None else ((best[1], best[3]), (best[2], best[4]))
