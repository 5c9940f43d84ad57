"""Whether weights do what they say: how often a move of each child by one level changes the rating.

The measure is that of Banzhaf (1965), "Weighted voting doesn't work", carried over from two-way
votes to levels: of all ways for the children to be rated and for one of them to be a level higher,
the share in which the rating changes. (The share of the others' profiles in which *some* level of a
child changes the rating, which is the same for two levels, comes near to 1 for every child where
there are many levels, and tells nothing.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from vfi.numbers import percent
from vfi.profiles.evaluation import evaluate
from vfi.profiles.space import Space
from vfi.profiles.tried import SEED, try_profiles
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

if TYPE_CHECKING:
    from vfi.inspection.checks.subjects import Subject
    from vfi.rubric.consistency.report import Report

MOST_PROFILES = 200_000
MOST_SUMS = 5_000  # different sums of the values of all children but one
MOST_DRAWN = 20_000
MOST_ENTRIES = 20_000_000  # of profiles, all inputs at all their levels in turn
FAR = 2  # how many times its nominal share an effective one may be before it is told
UNLIKE = Fraction(
    3, 2
)  # how many times another a weight has to be for the two to differ on purpose


@dataclass(frozen=True, slots=True)
class Pull:
    """The pull of one child on the rating.

    Attributes:
        child: its id.
        weight: its weight.
        nominal: its share of all weights.
        moved: its share of what moves by one level are worth: its weight, by how far apart its
            levels are.
        pivotal: the share of its moves by one level, over all profiles of the others, that change
            the rating.
        effective: its part of the sum of these shares; None where no move of any child changes the
            rating.
        is_exact: whether every profile was counted; otherwise these are shares of profiles drawn.
    """

    child: str
    weight: Fraction
    nominal: Fraction
    moved: Fraction
    pivotal: Fraction
    effective: Fraction | None
    is_exact: bool


def check_weights(subject: Subject, report: Report) -> None:
    """Tell weights that can never change a rating, and those that do so out of proportion."""
    step = subject.placed.step
    if step.weights_given is None or subject.inputs == "cases":
        return
    if subject.takes_scores:  # there every weight moves the sum in its own proportion
        return
    all_pulls = pulls(subject.space)
    path = (*subject.placed.path, "weights")
    for pull in all_pulls:
        words = _out_of_proportion(pull, subject)
        if words:
            report.warn(
                (*path, pull.child),
                words,
                "weights that decide ratings in proportion to their size",
            )
    for lighter, heavier in _equal_in_effect(all_pulls):
        words = (
            f"the weights {lighter.weight} of {lighter.child} and {heavier.weight} of "
            f"{heavier.child}, which decide the rating of {subject.where} equally often "
            f"({percent(lighter.pivotal, 1)} of their moves by one level change it)"
        )
        report.warn(
            (*path, heavier.child),
            words,
            "the same weight, or weights far enough apart to differ in effect",
        )


def pulls(space: Space) -> list[Pull]:
    """The pull of each child of a step with weights, over profiles in which every input has a
    level.

    All profiles are counted where there are up to 200,000, or where few sums of values are
    different; otherwise 20,000 are drawn with a fixed seed.
    """
    weights: Mapping[str, Fraction] = space.step.weights_given or dict.fromkeys(
        space.names, Fraction(1)
    )
    complete = Space(
        space.step, space.names, space.scales, space.scale, with_missing=False, by_name=True
    )
    exact_shares = (
        _of_all(complete) if complete.total <= MOST_PROFILES else _of_sums(complete, weights)
    )
    pivotal = exact_shares or _of_drawn(complete)
    moves = [
        weights[name] * _mean_step(space, position) for position, name in enumerate(space.names)
    ]
    heaviness, power = sum(weights[name] for name in space.names), sum(pivotal)
    return [
        Pull(
            child=name,
            weight=weights[name],
            nominal=weights[name] / heaviness,
            moved=move / sum(moves),
            pivotal=share,
            effective=share / power if power else None,
            is_exact=exact_shares is not None,
        )
        for name, share, move in zip(space.names, pivotal, moves, strict=True)
    ]


def _mean_step(space: Space, position: int) -> Fraction:
    """How far apart neighbouring levels of an input are on average."""
    scale = space.scales[position]
    return (scale.top.value - scale.bottom.value) / (len(scale.levels) - 1)


def _of_all(space: Space) -> list[Fraction]:
    import numpy as np

    grid = try_profiles(space, MOST_PROFILES).ratings.places.reshape(space.shape)
    changed = [np.diff(grid, axis=axis) != 0 for axis in range(len(space.names))]
    return [Fraction(int(moves.sum()), moves.size) for moves in changed]


def _of_sums(space: Space, weights: Mapping[str, Fraction]) -> list[Fraction] | None:
    """The shares counted by sums, each with the number of profiles that give it; None where they
    are too many.
    """
    worth = [
        [weights[name] * level.value for level in scale.levels]
        for name, scale in zip(space.names, space.scales, strict=True)
    ]
    shares = []
    for position, values in enumerate(worth):
        sums = _sums([entries for index, entries in enumerate(worth) if index != position])
        if sums is None:
            return None
        rated = _Rated(space)
        changed = sum(
            number
            * sum(rated[total + low] != rated[total + high] for low, high in pairwise(values))
            for total, number in sums.items()
        )
        shares.append(Fraction(changed, sum(sums.values()) * (len(values) - 1)))
    return shares


def _sums(worth: Sequence[Sequence[Fraction]]) -> Counter[Fraction] | None:
    sums = Counter({Fraction(0): 1})
    for values in worth:
        longer: Counter[Fraction] = Counter()
        for total, number in sums.items():
            for value in values:
                longer[total + value] += number
        if len(longer) > MOST_SUMS:
            return None
        sums = longer
    return sums


class _Rated(dict[Fraction, str | None]):
    """The rating of every profile with a sum, looked up once: such a step sees nothing else of a
    complete one.
    """

    def __init__(self, space: Space) -> None:
        super().__init__()
        self._space = space
        weights: Mapping[str, Fraction] = space.step.weights_given or {}
        self._shares = [weights.get(name, Fraction(1)) for name in space.names]

    def __missing__(self, total: Fraction) -> str | None:
        space = self._space
        mean = total / sum(self._shares)
        inputs = [
            Input(name, scale.top.name, mean, scale)
            for name, scale in zip(space.names, space.scales, strict=True)
        ]
        rating = self[total] = synthesise(space.step, inputs, space.scale).rating
        return rating


def _of_drawn(space: Space) -> list[Fraction]:
    import numpy as np

    generator = np.random.default_rng(SEED)
    number = max(min(MOST_DRAWN, MOST_ENTRIES // (len(space.shape) * sum(space.shape))), 100)
    sample = np.stack(
        [generator.integers(1, size + 1, number, dtype=np.int8) for size in space.shape], axis=1
    )
    shares = []
    for column, size in enumerate(space.shape):
        ratings = []
        for level in range(1, size + 1):
            changed_sample = sample.copy()
            changed_sample[:, column] = level
            ratings.append(evaluate(space, changed_sample).places)
        changed = np.diff(ratings, axis=0) != 0
        shares.append(Fraction(int(changed.sum()), changed.size))
    return shares


def _out_of_proportion(pull: Pull, subject: Subject) -> str:
    if pull.pivotal == 0:
        effect = "never changes" if pull.is_exact else "in no profile drawn changes"
        return f"a weight of {pull.weight} that {effect} the rating of {subject.where}"
    if pull.effective is None or pull.moved / FAR <= pull.effective <= pull.moved * FAR:
        return ""
    by_levels = "" if pull.moved == pull.nominal else ", by how far apart its levels are,"
    return (
        f"{percent(pull.moved, 1)} of the weight{by_levels} yet {percent(pull.effective, 1)} of "
        f"the effect on the rating of {subject.where}: {percent(pull.pivotal, 1)} of its moves by "
        "one level change it"
    )


def _equal_in_effect(all_pulls: list[Pull]) -> list[tuple[Pull, Pull]]:
    """Neighbours by weight whose weights differ plainly and whose effect does not at all."""
    ordered = sorted(all_pulls, key=lambda pull: (pull.moved, pull.child))
    return [
        (lighter, heavier)
        for lighter, heavier in pairwise(ordered)
        if lighter.is_exact
        and lighter.pivotal == heavier.pivotal > 0
        and heavier.moved >= UNLIKE * lighter.moved
    ]
