"""Levels that no profile reaches, and profiles that no rule covers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vfi.numbers import count_of, grouped
from vfi.problems import listed
from vfi.profiles.tabulated import UNDETERMINED_PLACE
from vfi.profiles.tried import in_words
from vfi.synthesis.rule import NumberRule

if TYPE_CHECKING:
    from vfi.inspection.checks.subjects import Subject
    from vfi.rubric.consistency.report import Report

SHOWN = 3


def check_reach(subject: Subject, report: Report) -> None:
    """Tell levels that are never given, and profiles that are left without one."""
    step, path = subject.placed.step, subject.placed.path
    unreached = unreached_levels(subject) if step.of == "ratings" else []
    if unreached:
        message = f"{subject.none_of} of {subject.where} is rated {listed(unreached)}"
        report.warn(path, message, "a rule by which every level of the scale can be reached")
    if not isinstance(step, NumberRule):  # those have checks of their own: see `check_bands`
        tell_uncovered(subject, step.covering, report)


def tell_uncovered(subject: Subject, expected: str, report: Report) -> None:
    """Tell profiles without a rating: those in which every input is judged or, where all of these
    have one, others.
    """
    complete, incomplete = _uncovered(subject)
    number = f"{_number(complete or incomplete)} of {subject.where} without a rating"
    if complete:
        report.warn(subject.placed.path, f"{number}: {_some(subject, complete)}", expected)
    elif incomplete:
        message = f"{number} where evidence is insufficient: {_some(subject, incomplete)}"
        report.warn(subject.placed.path, message, expected)


def unreached_levels(subject: Subject) -> list[str]:
    """The levels of the scale that none of the profiles is rated at, the lowest first."""
    reached = set(subject.tried.ratings.places.tolist())
    return [
        name for name, position in subject.space.scale.positions.items() if position not in reached
    ]


def _uncovered(subject: Subject) -> tuple[list[int], list[int]]:
    import numpy as np

    is_uncovered = subject.tried.ratings.places == UNDETERMINED_PLACE
    is_complete = (subject.tried.profiles > 0).all(axis=1)
    complete, incomplete = (
        np.flatnonzero(is_uncovered & is_complete),
        np.flatnonzero(is_uncovered & ~is_complete),
    )
    return complete.tolist(), incomplete.tolist()


def _number(indices: list[int]) -> str:
    return count_of(len(indices), "profile")


def _some(subject: Subject, indices: Iterable[int]) -> str:
    every = list(indices)
    examples = [in_words(subject.space, subject.tried.profile(index)) for index in every[:SHOWN]]
    remainder = f" and {grouped(len(every) - SHOWN)} more" if len(every) > SHOWN else ""
    return "; ".join(examples) + remainder
