"""How often each rating comes out where the cases are drawn again from among themselves.

It shows how much the ratings hang on which cases happened to be looked at. It is not a margin of
error for other cases: those of a study are seldom a random sample of anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vfi.robustness.chance.drawn import Draws, Rating, distinct
from vfi.robustness.search.leaves import leaves_of

if TYPE_CHECKING:
    from vfi.robustness.chance.distributions import Distribution
    from vfi.robustness.chance.drawn import Codes
    from vfi.robustness.search.reach import Leaf
    from vfi.study.models import Study

CELLS = 4_000_000  # how many numbers are drawn at a time


def bootstrap(study: Study, draws: int, seed: int) -> dict[str, Distribution]:
    """How often each node has each level, over so many draws of as many cases with replacement."""
    leaves = leaves_of(study)
    recorded: dict[str, set[str]] = {}
    for failure in study.failures:
        recorded.setdefault(failure.failure, set()).add(failure.case)
    groups = [
        group for leaf in leaves.values() for group in (*leaf.column.cases, leaf.column.missing)
    ]
    counts = iter(_redrawn(study, [*groups, *map(sorted, recorded.values())], draws, seed))
    leaf_draws = {
        node: _results(leaf, [next(counts) for _ in (*leaf.column.cases, leaf.column.missing)])
        for node, leaf in leaves.items()
    }
    return Rating(study.rubric, draws, {name: next(counts) for name in recorded}).rate(leaf_draws)


def _redrawn(
    study: Study, groups: Sequence[Sequence[str]], draws: int, seed: int
) -> Sequence[Codes]:
    """For each group of cases, how many of them are in each draw."""
    import numpy as np

    case_numbers = {case.id: number for number, case in enumerate(study.cases)}
    belongs = np.zeros((len(case_numbers), len(groups)))
    for number, group in enumerate(groups):
        belongs[[case_numbers[case] for case in group], number] = 1.0
    generator = np.random.default_rng(seed)
    size = max(1, CELLS // len(case_numbers))
    parts = [
        generator.multinomial(
            len(case_numbers),
            [1 / len(case_numbers)] * len(case_numbers),
            size=min(size, draws - start),
        )
        @ belongs
        for start in range(0, draws, size)
    ]
    return list(np.concatenate(parts).astype(np.int64).T)


def _results(leaf: Leaf, columns: Sequence[Codes]) -> Draws:
    """The results of a criterion; how many cases have a level may differ from draw to draw."""
    *judged, missing = columns
    sums = [number * column for number, column in enumerate(judged)]
    mark = _total(sums) if leaf.adds_up else _marks(leaf, judged, missing)
    codes, first = distinct([mark, _total(judged), missing])
    return Draws.of(
        codes, [leaf.redrawn(tuple(int(column[row]) for column in columns)) for row in first]
    )


def _marks(leaf: Leaf, judged: Sequence[Codes], missing: Codes) -> Codes:
    """For each draw a number, the same for two with as many judgements only where the rule gives
    both one result.

    Signatures compare count vectors with the same sum, so that draws with as many judgements are
    taken together.
    """
    import numpy as np

    filled = np.outer(missing, leaf.filled_with(1))
    counts = np.column_stack(judged) + filled
    totals, marks = counts.sum(axis=1), np.zeros(len(missing), dtype=np.int64)
    for total in np.unique(totals):
        of_total = totals == total
        signed = leaf.signatures(counts[of_total])
        marks[of_total] = np.unique(signed, return_inverse=True)[1]
    return marks


def _total(columns: Sequence[Codes]) -> Codes:
    import numpy as np

    return np.asarray(np.sum(columns, axis=0))
