"""The Domestic Abuse Duty: distances worked out from the published counts, without the program.

Source: Evaluation of the Domestic Abuse Duty (MHCLG, July 2025), Tables 6.1 to 6.4: how many of the
    19 local
authorities are Poor, Adequate, Good and Excellent on each criterion. Ratings are means to the
nearest whole number, ties up, of judgements, then of criterion ratings, then of dimension ratings.
"""

from itertools import product

import pytest

from vfi.robustness.grid import apply_changes
from vfi.robustness.search.flips import Flip, find_flips
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

Flips = dict[str, tuple[Flip, ...]]
Distances = dict[str, dict[int, int]]
NAMES = ["Poor", "Adequate", "Good", "Excellent"]
COUNTS = {
    "E1": {"E1.1": (1, 7, 6, 5), "E1.2": (0, 12, 2, 5), "E1.3": (4, 8, 5, 2)},
    "E2": {"E2.1": (4, 4, 10, 0), "E2.2": (0, 6, 7, 4), "E2.3": (4, 1, 0, 14)},
    "E3": {
        "E3.1": (10, 1, 4, 4),
        "E3.2": (13, 1, 1, 4),
        "E3.3": (7, 3, 5, 4),
        "E3.4": (4, 2, 5, 8),
        "E3.5": (2, 5, 12, 0),
    },
    "E4": {"E4.1": (11, 1, 7, 0), "E4.2": (8, 1, 4, 6)},
}


def _nearest(total: int, of: int) -> int:
    return (2 * total + of) // (2 * of)


def _steps_to(counts: tuple[int, ...]) -> dict[int, int]:
    """The fewest one-level changes to each rating of a criterion: one per point of the sum."""
    judged, now = sum(counts), sum(place * count for place, count in enumerate(counts))
    found: dict[int, int] = {}
    for total in range(3 * judged + 1):
        rating = _nearest(total, judged)
        found[rating] = min(abs(total - now), found.get(rating, 10**6))
    return found


def _combined(below: list[dict[int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for ratings in product(range(4), repeat=len(below)):
        rating = _nearest(sum(ratings), len(below))
        cost = sum(costs[one] for costs, one in zip(below, ratings, strict=True))
        found[rating] = min(cost, found.get(rating, 10**6))
    return found


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    return score(load_study("domestic-abuse-duty-2025"))


@pytest.fixture(scope="module")
def flips(scorecard: Scorecard) -> Flips:
    return find_flips(scorecard)


@pytest.fixture(scope="module")
def distances() -> Distances:
    found: Distances = {}
    for dimension, criteria in COUNTS.items():
        found |= {criterion: _steps_to(counts) for criterion, counts in criteria.items()}
        found[dimension] = _combined([found[criterion] for criterion in criteria])
    found["overall"] = _combined([found[dimension] for dimension in COUNTS])
    return found


def test_every_distance_follows_from_the_published_counts(
    flips: Flips, distances: Distances
) -> None:
    for node, costs in distances.items():
        now = next(rating for rating, cost in costs.items() if cost == 0)
        for flip in flips[node]:
            beyond = range(now) if flip.direction == "down" else range(now + 1, 4)
            assert flip.steps.exact
            assert flip.steps.fewest == min((costs[rating] for rating in beyond), default=None), (
                node
            )


def test_the_overall_good_falls_by_three_levels_on_one_criterion_or_by_one_judgement(
    flips: Flips,
) -> None:
    down, up = flips["overall"]
    assert (down.steps.fewest, down.steps.to) == (3, "Adequate")
    assert {change.criterion for change in down.steps.witness} == {"E1.2"}
    assert (down.judgements.fewest, down.judgements.to) == (1, "Adequate")
    (only,) = down.judgements.witness
    assert (only.criterion, only.before, only.after) == ("E1.2", "Excellent", "Poor")
    assert (up.steps.fewest, up.steps.to) == (58, "Excellent")


def test_one_level_on_one_judgement_overturns_one_criterion_and_nothing_else(flips: Flips) -> None:
    fragile = {
        node for node, of_node in flips.items() for flip in of_node if flip.steps.fewest == 1
    }
    assert fragile == {"E3.5"}


def test_every_witness_gives_its_flip_when_it_is_scored_again(
    flips: Flips, scorecard: Scorecard
) -> None:
    for node, of_node in flips.items():
        for flip in of_node:
            for distance in (flip.steps, flip.judgements):
                assert (
                    score(apply_changes(scorecard.study, distance.witness)).nodes[node].rating
                    == distance.to
                )
                assert len(flip.judgements.witness) == flip.judgements.fewest
