"""What is followed where there is too much to follow, and up to which cost nothing is left out
then.
"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.robustness.brute_force import assert_flips_are_fewest
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.search import flips
from vfi.robustness.search.flips import find_flips
from vfi.robustness.search.tables import Option, Partial, Seen, Way, _capped, cheapest_pairs, lower
from vfi.scoring.scorecard import score
from vfi.synthesis.outcome import Input

COSTS = st.lists(st.integers(0, 5), min_size=1, max_size=6)


def states_of(costs: list[int]) -> dict[Partial, Way]:
    return {Partial((place,), (), None): Way(cost, None) for place, cost in enumerate(costs)}


def options_of(costs: list[int]) -> list[Option]:
    entry, seen = Input("A", None, None), Seen(None, None, (), None)
    return [Option((place,), entry, seen, Way(cost, None)) for place, cost in enumerate(costs)]


@given(COSTS, COSTS, st.integers(1, 40))
def test_the_cheapest_pairs_are_taken_and_none_up_to_the_horizon_is_left_out(
    first: list[int], second: list[int], most: int
) -> None:
    every = sorted(one + other for one, other in product(first, second))
    pairs, horizon = cheapest_pairs(states_of(first), options_of(second), most)
    taken = sorted(way.cost + option.way.cost for (_, way), option in pairs)
    assert len(taken) <= most
    assert horizon is not None
    assert [cost for cost in taken if cost <= horizon] == [
        cost for cost in every if cost <= horizon
    ]
    assert taken == every[: len(taken)]
    if len(every) > most:
        further = [cost for cost in every if cost <= horizon + 1]
        assert (
            len(further) == len([cost for cost in every if cost <= horizon]) or len(further) > most
        )


@given(COSTS, st.integers(1, 6))
def test_the_cheapest_states_are_followed_further(costs: list[int], most: int) -> None:
    kept, horizon = _capped(states_of(costs), most)
    assert sorted(way.cost for way in kept.values()) == sorted(costs)[:most]
    assert horizon == (None if len(costs) <= most else sorted(costs)[most] - 1)


def test_where_even_the_cheapest_pairs_are_too_many_none_is_sure_to_be_there() -> None:
    pairs, horizon = cheapest_pairs(states_of([2, 2, 2]), options_of([1, 1, 5]), 4)
    assert [way.cost + option.way.cost for (_, way), option in pairs] == [3, 3, 3, 3]
    assert horizon == 2


def test_no_horizon_is_above_all() -> None:
    assert lower(None, 3, 2) == 2
    assert lower(None, None) is None


ASIDE = {"id": "h", "title": "h", "reason": "r", "kind": "soft", "cap": "Adequate", "node": "A"}


@pytest.mark.parametrize(
    ("hurdles", "enough"),
    [
        # One pass for steps and one for judgements: 4 levels of A, then 4 x 4 of both.
        ([], 2 * (4 + 16)),
        # Two passes for A, two for the whole and one for B. That of the whole is shared out among
        # its two children and the one node at its top: a third is 12, and a half of what is left
        # of 36 after the first 4 is 16.
        ([ASIDE | {"when": [{"node": "B", "at": "Poor"}]}], 2 * 5 * 36),
    ],
)
def test_work_is_shared_out_among_the_children(
    monkeypatch: pytest.MonkeyPatch, hurdles: list[dict[str, object]], enough: int
) -> None:
    built = rubric(
        [dimension("A"), dimension("B")],
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), MEAN),
        hurdles=hurdles,
    )
    card = score(study(built, {"K": {"A": "Adequate", "B": "Adequate"}}))

    def is_exact(work: int) -> bool:
        monkeypatch.setattr(flips, "WORK", work)
        return all(
            flip.steps.exact and flip.judgements.exact
            for flip in find_flips(card, ("overall",))["overall"]
        )

    assert is_exact(enough)
    assert not is_exact(enough - 1)


def test_a_level_may_stand_for_scores_that_come_to_different_ratings() -> None:
    """Of two judgements 3/2 and 2 are both Good; the whole is Poor at 3/2 alone, which takes two
    steps from 5/2, past 2.
    """
    bands = [
        {"rating": "Excellent", "below": "3/2"},
        {"rating": "Poor", "from": "3/2", "below": 2},
        {"rating": "Excellent", "from": 2},
    ]
    overall = {"rule": "bands", "on": "mean", "of": "scores", "missing": "exclude", "bands": bands}
    built = rubric(
        [dimension("A")], synthesis={"criterion": MEAN, "dimension": MEAN, "overall": overall}
    )
    made = study(built, {"K": {"A": "Excellent"}, "L": {"A": "Good"}})
    down, _ = find_flips(score(made), ("overall",))["overall"]
    assert (down.steps.fewest, down.steps.exact, down.steps.to) == (2, True, "Poor")
    assert_flips_are_fewest(made)
