"""How often each rating comes out where the cases are drawn again from among themselves.

It shows how much the ratings hang on which cases happened to be looked at. It is not a margin of error for other
cases: those of a study are seldom a random sample of anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from vfi.robustness.distributions import Distribution
from vfi.robustness.drawn import Draws, Rating, distinct
from vfi.robustness.flips import leaves_of
from vfi.robustness.reach import Leaf
from vfi.robustness.sums import looks_at_sum, spacing
from vfi.study import Study

if TYPE_CHECKING:
    from vfi.robustness.drawn import Codes


def bootstrap(study: Study, draws: int, seed: int) -> dict[str, Distribution]:
    """How often each node has each level, over so many draws of as many cases with replacement."""
    import numpy as np

    cases = [case.id for case in study.cases]
    generator = np.random.default_rng(seed)
    weights = generator.multinomial(len(cases), [1 / len(cases)] * len(cases), size=draws)
    place = {case: number for number, case in enumerate(cases)}
    leaves = {node: _resampled(leaf, weights, place) for node, leaf in leaves_of(study).items()}
    failures = {
        name: weights[:, sorted({place[one.case] for one in study.failures if one.failure == name})].sum(axis=1)
        for name in dict.fromkeys(one.failure for one in study.failures)
    }
    return Rating(study.rubric, draws, failures).rate(leaves)


def _resampled(leaf: Leaf, weights: Codes, place: Mapping[str, int]) -> Draws:
    """The results of a criterion; how many cases have a level may differ from draw to draw."""
    columns = [
        weights[:, [place[case] for case in cases]].sum(axis=1) for cases in (*leaf.column.cases, leaf.column.missing)
    ]
    looked_at = columns
    if looks_at_sum(leaf.step) and spacing(leaf.column.scale) is not None:
        *judged, missing = columns
        total = sum(number * column for number, column in enumerate(judged))
        looked_at = [total, sum(judged), missing]
    codes, first = distinct(looked_at)
    found = [leaf.redrawn(tuple(int(column[row]) for column in columns)) for row in first]
    return Draws(codes, found)
