"""What is followed where there is too much to follow, and up to which cost nothing is left out
then.
"""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from vfi.robustness.search.tables import Option, Partial, Seen, Way, _capped, cheapest_pairs, lower
from vfi.synthesis import Input

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


def test_no_horizon_is_above_all() -> None:
    assert lower(None, 3, 2) == 2
    assert lower(None, None) is None
