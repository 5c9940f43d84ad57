"""Whether weights do what they say: how often each child decides the rating, beside its share of the weight.

A child is pivotal in a profile of the others if its own level decides the rating there. The measure is that of
Banzhaf (1965), "Weighted voting doesn't work", carried over from two-way votes to levels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from vfi.numbers import percent
from vfi.rubric.consistency.report import Report
from vfi.rubric.linting.subjects import Subject
from vfi.rubric.models import Bands, WeightedMean
from vfi.rubric.profiles import SEED, Space, evaluate, try_profiles

MOST_PROFILES = 200_000
MOST_DRAWN = 20_000
MOST_ENTRIES = 20_000_000  # of profiles, all inputs at all their levels in turn
FAR = 2  # how many times its nominal share an effective one may be before it is told
UNLIKE = Fraction(3, 2)  # how many times another a weight has to be for the two to differ on purpose


@dataclass(frozen=True, slots=True)
class Pull:
    """The pull of one child on the rating.

    Attributes:
        child: its id.
        weight: its weight.
        nominal: its share of all weights.
        pivotal: the share of the profiles of the others in which its level decides the rating.
        effective: its share of all such profiles; None where no child has any.
    """

    child: str
    weight: Fraction
    nominal: Fraction
    pivotal: Fraction
    effective: Fraction | None


def check_weights(subject: Subject, report: Report) -> None:
    """Tell weights that can never change a rating, and those that do so out of proportion."""
    step = subject.placed.step
    if not isinstance(step, WeightedMean | Bands) or step.weights is None or subject.inputs == "cases":
        return
    if subject.takes_scores:  # there every weight moves the sum in its own proportion
        return
    found = pulls(subject.space)
    path = (*subject.placed.path, "weights")
    for pull in found:
        words = _out_of_proportion(pull, subject)
        if words:
            report.warn((*path, pull.child), words, "weights that decide ratings in proportion to their size")
    for one, other in _equal_in_effect(found):
        words = (
            f"the weights {one.weight} of {one.child} and {other.weight} of {other.child}, which decide the rating of "
            f"{subject.where} equally often ({_percent(one.pivotal)} of profiles)"
        )
        report.warn((*path, other.child), words, "the same weight, or weights far enough apart to differ in effect")


def pulls(space: Space) -> list[Pull]:
    """The pull of each child, over profiles in which every input has a level.

    Exhaustive up to 200,000 profiles, otherwise over profiles drawn with a fixed seed.
    """
    weights: Mapping[str, Fraction] = getattr(space.step, "weights", None) or dict.fromkeys(space.names, Fraction(1))
    complete = Space(space.step, space.names, space.scales, space.scale, with_missing=False)
    pivotal = _all_pivotal(complete) if complete.total <= MOST_PROFILES else _drawn_pivotal(complete)
    heaviness, power = sum(weights[name] for name in space.names), sum(pivotal)
    return [
        Pull(name, weights[name], weights[name] / heaviness, share, share / power if power else None)
        for name, share in zip(space.names, pivotal, strict=True)
    ]


def _all_pivotal(space: Space) -> list[Fraction]:
    if space.is_anonymous:
        return _drawn_pivotal(space)
    grid = try_profiles(space, MOST_PROFILES).ratings.places.reshape(space.shape)
    shares = []
    for axis in range(len(space.names)):
        decides = grid.max(axis=axis) != grid.min(axis=axis)
        shares.append(Fraction(int(decides.sum()), decides.size))
    return shares


def _drawn_pivotal(space: Space) -> list[Fraction]:
    import numpy as np

    generator = np.random.default_rng(SEED)
    number = max(min(MOST_DRAWN, MOST_ENTRIES // (len(space.shape) * sum(space.shape))), 100)
    drawn = np.stack([generator.integers(1, size + 1, number, dtype=np.int8) for size in space.shape], axis=1)
    shares = []
    for column, size in enumerate(space.shape):
        ratings = []
        for level in range(1, size + 1):
            drawn_at = drawn.copy()
            drawn_at[:, column] = level
            ratings.append(evaluate(space, drawn_at).places)
        decides = np.max(ratings, axis=0) != np.min(ratings, axis=0)
        shares.append(Fraction(int(decides.sum()), number))
    return shares


def _out_of_proportion(pull: Pull, subject: Subject) -> str:
    if pull.pivotal == 0:
        which = "never changes" if subject.tried.is_all else "in no profile drawn changes"
        return f"a weight of {pull.weight} that {which} the rating of {subject.where}"
    if pull.effective is None or pull.nominal / FAR <= pull.effective <= pull.nominal * FAR:
        return ""
    return (
        f"{_percent(pull.nominal)} of the weight, yet {_percent(pull.effective)} of the effect on the rating of "
        f"{subject.where}: it decides in {_percent(pull.pivotal)} of profiles"
    )


def _equal_in_effect(found: list[Pull]) -> list[tuple[Pull, Pull]]:
    """Neighbours by weight whose weights differ plainly and whose effect does not at all."""
    ordered = sorted(found, key=lambda pull: (pull.weight, pull.child))
    return [
        (one, other)
        for one, other in pairwise(ordered)
        if one.pivotal == other.pivotal > 0 and other.weight >= UNLIKE * one.weight
    ]


def _percent(share: Fraction) -> str:
    return percent(share, 1)
