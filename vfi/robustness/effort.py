"""About how long each question takes, from the size of a study alone, for callers that cannot wait for every answer."""

from __future__ import annotations

import math

from vfi.robustness.alternatives import RULES
from vfi.robustness.flips import MAXIMUM_SUPPOSED, leaves_of, watching_of
from vfi.robustness.monotone import has_scores
from vfi.robustness.reach import Leaf
from vfi.robustness.sums import looks_at_sum, spacing
from vfi.robustness.uncertainty import MAXIMUM_CELLS
from vfi.rubric import Rubric
from vfi.study import Study

# Seconds, measured on studies of 13 criteria with 19 to 317 cases.
RATED_AGAIN = 2.5e-6  # a judgement, each time that the study is rated
COUNT_VECTOR = 1.6e-7  # a way for the judgements on a criterion to be spread over the levels
CELL = 6e-9  # one of these, for each judgement that is added
SIMULATED = 0.035  # a criterion
SEARCHED = 0.001  # a node, each time that the tree is gone through
SCORED_FLIPS = 2.3e-3  # a judgement, where scores are taken up the tree
SCORED_CHANCES = 5e-6  # a pair of judgements, likewise


def seconds_of_flips(study: Study) -> float:
    """About how long the fewest changes take, and what the missing evidence leaves open."""
    vectors = sum(_vectors(sum(leaf.column.counts), leaf) for leaf in _by_counts(study))
    vectors += sum(_vectors(len(leaf.column.missing), leaf) for leaf in leaves_of(study).values())
    scored = SCORED_FLIPS * len(study.judgements) if has_scores(study.rubric) else 0.0
    return COUNT_VECTOR * vectors + 2 * _searches(study) + scored


def seconds_of_uncertainty(study: Study) -> float:
    """About how long the chances take, exact or simulated."""
    by_counts = _by_counts(study)
    grids = [(sum(leaf.column.counts), _cells(leaf)) for leaf in by_counts]
    scored = SCORED_CHANCES * len(study.judgements) ** 2 if has_scores(study.rubric) else 0.0
    if any(cells > MAXIMUM_CELLS for _, cells in grids):
        return SIMULATED * len(study.rubric.judged) + scored
    return CELL * sum(total * cells for total, cells in grids) + _searches(study) + scored


def seconds_of_rules(study: Study, nodes: int) -> float:
    """About how long the alternative rules take, for so many nodes alone and throughout."""
    return RATED_AGAIN * len(study.judgements) * len(RULES) * (nodes + 1)


def seconds_of_leaving_out(study: Study, things: int) -> float:
    """About how long it takes to leave out so many things in turn."""
    return RATED_AGAIN * len(study.judgements) * things


def _by_counts(study: Study) -> list[Leaf]:
    """What is judged and rated by more than the sum of its judgements."""
    return [
        leaf
        for leaf in leaves_of(study).values()
        if not (looks_at_sum(leaf.step) and spacing(leaf.column.scale) is not None)
    ]


def _vectors(judgements: int, leaf: Leaf) -> int:
    levels = len(leaf.column.counts)
    return math.comb(judgements + levels - 1, levels - 1)


def _cells(leaf: Leaf) -> int:
    return int((sum(leaf.column.counts) + 1) ** (len(leaf.column.counts) - 1))


def _searches(study: Study) -> float:
    """How long the tree takes; with hurdles that look beside their node it is gone through for all that they may do."""
    rubric: Rubric = study.rubric
    beside = len(watching_of(study).beside)
    times = len(rubric.node_ids) * 2 ** min(beside, MAXIMUM_SUPPOSED) if beside else 1
    return SEARCHED * len(rubric.node_ids) * times
