"""Monte Carlo: judgements that may be off, drawn many times over with a seed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import comb
from typing import TYPE_CHECKING, Any

from vfi.robustness.chance.drawn import Draws, Rating, distinct
from vfi.robustness.chance.errors import ErrorModel, JudgementGroup, groups_of
from vfi.robustness.search.leaves import leaves_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from vfi.robustness.chance.distributions import Distribution
    from vfi.robustness.chance.drawn import Codes
    from vfi.robustness.search.counts import Vectors
    from vfi.robustness.search.reach import Leaf, Result
    from vfi.study.models import Study


def simulate(study: Study, errors: ErrorModel, draws: int, seed: int) -> dict[str, Distribution]:
    """How often each node has each level where judgements are moved by chance, in so many draws."""
    import numpy as np

    generator = np.random.default_rng(seed)
    groups = groups_of(study, errors)
    leaves = {
        node: _drawn(leaf, groups[node], draws, generator)
        for node, leaf in leaves_of(study).items()
    }
    recorded: dict[str, int] = {}
    for failure in study.failures:
        recorded[failure.failure] = recorded.get(failure.failure, 0) + 1
    failures = {name: np.full(draws, count) for name, count in recorded.items()}
    return Rating(study.rubric, draws, failures).rate(leaves)


def _drawn(
    leaf: Leaf, groups: Sequence[JudgementGroup], draws: int, generator: np.random.Generator
) -> Draws:
    import numpy as np

    counts, missing = leaf.column.counts, len(leaf.column.missing)
    if not leaf.is_covered or not any(counts):
        only: Result = leaf.result_of(counts, missing) if leaf.is_covered else (None, None)
        return Draws(np.zeros(draws, dtype=np.int64), [only])
    moved = [(group, *_moves(group, draws, generator)) for group in groups]
    if leaf.adds_up:
        return _by_sum(leaf, np.sum([up - down for _, down, up in moved], axis=0))
    vectors = np.tile(np.array(counts), (draws, 1))
    for group, down, up in moved:
        vectors[:, group.level] -= down + up
        vectors[:, max(group.level - 1, 0)] += down
        vectors[:, min(group.level + 1, len(counts) - 1)] += up
    return _by_counts(leaf, vectors)


def _moves(
    group: JudgementGroup, draws: int, generator: np.random.Generator
) -> tuple[Codes, Codes]:
    """In each draw, how many judgements of a group are moved down and how many up."""
    import numpy as np

    chances, moves = [], []
    for down in range(group.size + 1 if group.down else 1):
        for up in range(group.size - down + 1 if group.up else 1):
            stay = group.size - down - up
            ways = comb(group.size, down) * comb(group.size - down, up)
            chances.append(
                ways * group.down**down * group.up**up * (1 - group.down - group.up) ** stay
            )
            moves.append((down, up))
    chosen = np.searchsorted(
        np.array([*accumulate(chances)][:-1]), generator.random(draws), side="right"
    )
    moved = np.array(moves)[chosen]
    return moved[:, 0], moved[:, 1]


def _by_sum(leaf: Leaf, difference: Codes) -> Draws:
    """The results by how far the sum of the judgements has moved, in levels."""
    import numpy as np

    runs = list(leaf.results_of_sums())
    code_of = np.repeat(np.arange(len(runs)), [last - first + 1 for first, last, _ in runs])
    return Draws.of(code_of[difference - runs[0][0]], [result for _, _, result in runs])


def _by_counts(leaf: Leaf, vectors: Vectors) -> Draws:
    """The results for the count vectors, each distinct signature rated once."""
    gaps = len(leaf.column.missing)
    codes, first = distinct([_from_zero(leaf.signatures(vectors + leaf.filled_with(gaps)))])
    return Draws.of(codes, [leaf.result_of(tuple(vectors[row].tolist()), gaps) for row in first])


def _from_zero(marks: NDArray[Any]) -> Codes:
    import numpy as np

    return np.unique(marks, return_inverse=True)[1]
