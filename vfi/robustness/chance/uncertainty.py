"""The chance of each rating where every judgement may be one level off.

Exact where it can be: the judgements are independent, so that the sum of those on a criterion has a
distribution by convolution, and the nodes above combine independent children. Elsewhere, or when
draws are asked for, by simulation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vfi.robustness.chance.distributions import NO_RATING, Distribution
from vfi.robustness.chance.errors import ErrorModel, JudgementGroup, groups_of, levels_up
from vfi.robustness.chance.simulation import simulate
from vfi.robustness.limits import RATED_IN_DRAWS, WORK
from vfi.robustness.search.leaves import leaves_of, watching_of
from vfi.robustness.search.reach import Leaf, Reach, Result
from vfi.robustness.search.scopes import scopes_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vfi.robustness.search.watching import Watching
    from vfi.rubric.models.rubric import Rubric
    from vfi.study.models import Study

Chances = list[tuple[str | None, float]]
MAXIMUM_CELLS = 300_000
DRAWS = 100_000


def uncertainty(
    study: Study, errors: ErrorModel, draws: int | None, seed: int
) -> dict[str, Distribution]:
    """The chance of each level of every node over all cases; insufficient evidence stays as it is.

    Args:
        study: the study.
        errors: how likely a judgement is to be off.
        draws: how many draws to simulate with; None for exact chances wherever they can be
            computed.
        seed: what makes a simulation come out the same each time.
    """
    exact = None if draws else _exact(study, errors)
    return exact or simulate(study, errors, draws or _draws(study.rubric), seed)


def _draws(rubric: Rubric) -> int:
    """How many draws to simulate with: fewer where scores are taken up, since then nearly each draw
    is another.
    """
    scored = sum(
        rubric.step_of(node).of == "scores" for node in rubric.node_ids if node not in rubric.judged
    )
    return min(DRAWS, RATED_IN_DRAWS // max(scored, 1))


def _exact(study: Study, errors: ErrorModel) -> dict[str, Distribution] | None:
    watching, leaves, groups = watching_of(study), leaves_of(study), groups_of(study, errors)
    reaches = {}
    for node, leaf in leaves.items():
        chances = _of_leaf(leaf, groups[node])
        if chances is None:
            return None
        reaches[node] = Reach({result: (chance, ()) for result, chance in chances.items()})
    ways = _all_ways(watching, leaves, reaches)
    return (
        None
        if ways is None
        else {node: _distribution(node, watching, of_node) for node, of_node in ways.items()}
    )


def _all_ways(
    watching: Watching, leaves: Mapping[str, Leaf], reaches: Mapping[str, Reach]
) -> dict[str, Chances] | None:
    """The chance of each level of every node; None where there is too much to go through."""
    scopes = scopes_of(watching)
    work = WORK // sum(scope.passes for scope in scopes)
    chances: dict[str, Chances] = {}
    for scope in scopes:
        tree = replace(scope.tree(leaves, reaches, work), chances=True)
        for node, (levels, horizon) in scope.levels(tree).items():
            if horizon is not None:
                return None
            chances[node] = [(level, way.cost) for level, way in levels]
    return {node: chances[node] for node in watching.rubric.node_ids}


def _distribution(
    node: str, watching: Watching, chances: Iterable[tuple[str | None, float]]
) -> Distribution:
    totals: dict[str, float] = {}
    for level, chance in chances:
        totals[level or NO_RATING] = totals.get(level or NO_RATING, 0.0) + chance
    names = (*watching.rubric.rating_scale(node).names, NO_RATING)
    return Distribution(node, {name: totals[name] for name in names if totals.get(name, 0.0) > 0})


def _of_leaf(leaf: Leaf, groups: Sequence[JudgementGroup]) -> dict[Result, float] | None:
    """The chance of each result of a criterion; None where there are too many count vectors to go
    through.
    """
    counts = leaf.column.counts
    if not leaf.is_covered:
        return {(None, None): 1.0}
    if not any(counts):
        return {leaf.result_of(counts, len(leaf.column.missing)): 1.0}
    chances: dict[Result, float] = {}
    if leaf.adds_up:
        of_sum, current_sum = _sums(groups, len(counts)), levels_up(leaf.column)
        for first, last, result in leaf.results_of_sums():
            chances[result] = chances.get(result, 0.0) + float(
                of_sum[first + current_sum : last + current_sum + 1].sum()
            )
        return {result: chance for result, chance in chances.items() if chance > 0}
    if (sum(counts) + 1) ** (len(counts) - 1) > MAXIMUM_CELLS:
        return None
    return _by_counts(leaf, groups)


def _sums(groups: Sequence[JudgementGroup], levels: int) -> NDArray[Any]:
    """The distribution of the sum of all judgements, in levels."""
    import numpy as np

    chances = np.ones(1)
    for group in groups:
        of_judgement = np.zeros(levels)
        of_judgement[group.level] = 1 - group.down - group.up
        if group.down:
            of_judgement[group.level - 1] = group.down
        if group.up:
            of_judgement[group.level + 1] = group.up
        for _ in range(group.size):
            chances = np.convolve(chances, of_judgement)
    return chances


def _by_counts(leaf: Leaf, groups: Sequence[JudgementGroup]) -> dict[Result, float]:
    import numpy as np

    counts = leaf.column.counts
    total, levels = sum(counts), len(counts)
    grid = np.zeros((total + 1,) * (levels - 1))
    grid[(0,) * (levels - 1)] = 1.0
    for group in groups:
        for _ in range(group.size):
            stay = _one_more(grid, group.level) * (1 - group.down - group.up)
            down = _one_more(grid, group.level - 1) * group.down if group.down else 0.0
            grid = stay + down + (_one_more(grid, group.level + 1) * group.up if group.up else 0.0)
    above = np.argwhere(grid > 0)
    vectors = np.column_stack([total - above.sum(axis=1), above]).astype(np.int64)
    signed = leaf.signatures(vectors + leaf.filled_with(len(leaf.column.missing)))
    marks, first, inverse = np.unique(signed, return_index=True, return_inverse=True)
    weights = np.bincount(inverse, weights=grid[tuple(above.T)], minlength=len(marks))
    chances: dict[Result, float] = {}
    for row, weight in zip(first, weights.tolist(), strict=True):
        result = leaf.result_of(tuple(vectors[row].tolist()), len(leaf.column.missing))
        chances[result] = chances.get(result, 0.0) + weight
    return chances


def _one_more(grid: NDArray[Any], level: int) -> NDArray[Any]:
    """The chances after one more judgement at a level; the lowest has no axis of its own."""
    import numpy as np

    if level == 0:
        return grid
    moved = np.roll(grid, 1, axis=level - 1)
    moved[(slice(None),) * (level - 1) + (0,)] = 0.0
    return moved
