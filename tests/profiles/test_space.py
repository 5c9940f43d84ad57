from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given

from tests.profiles.steps import SCALE, mean_of, spaces, step_of
from vfi.profiles.space import Space
from vfi.profiles.tried import SEED


@given(spaces())
def test_profiles_are_all_there_once(space: Space) -> None:
    found = [tuple(profile) for profile in space.all_profiles().tolist()]
    every = set(
        product(*(range(space.first_symbol, space.first_symbol + size) for size in space.shape))
    )
    assert len(found) == len(set(found)) == space.total
    if space.is_anonymous:
        every = {tuple(sorted(profile)) for profile in every}
    assert set(found) == every


def test_order_of_inputs_is_left_out_where_it_decides_nothing() -> None:
    assert mean_of(9, with_missing=False).total == 220
    weighted = step_of({"rule": "weighted mean", "ties": "up", "weights": {"i0": 1, "i1": 2}})
    assert Space(weighted, ("i0", "i1"), (SCALE, SCALE), SCALE, False).total == 16


@given(spaces())
def test_drawn_profiles_are_profiles_of_the_space_and_the_same_every_time(space: Space) -> None:
    drawn = space.random_profiles(50, SEED)
    assert {tuple(p) for p in drawn.tolist()} <= {tuple(p) for p in space.all_profiles().tolist()}
    assert np.array_equal(drawn, space.random_profiles(50, SEED))
