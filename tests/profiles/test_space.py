from __future__ import annotations

from itertools import product
from time import process_time

import numpy as np
from hypothesis import given

from tests.profiles.steps import scale_of, spaces, step_of
from vfi.profiles.evaluation import evaluate
from vfi.profiles.space import Space
from vfi.profiles.tried import SEED, in_words, try_profiles

MEAN = step_of({"rule": "mean", "ties": "up"})
SCALE = scale_of(0, 1, 2, 3)


def mean_of(inputs: int, with_missing: bool = True) -> Space:
    return Space(
        MEAN, tuple(f"i{place}" for place in range(inputs)), (SCALE,) * inputs, SCALE, with_missing
    )


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


def test_few_are_tried_whole_and_many_by_a_sample_that_says_so() -> None:
    assert try_profiles(mean_of(3)).is_all
    tried = try_profiles(mean_of(200), maximum=1000)
    assert not tried.is_all
    assert len(tried.profiles) == 1000
    assert set(tried.ratings.places.tolist()) >= {0, 1, 2, 3}


def test_profile_in_words() -> None:
    assert in_words(mean_of(3), (0, 2, 4)) == "1 L3, 1 L1, 1 Insufficient evidence"


def test_a_million_profiles_take_seconds() -> None:
    weights = {f"i{place}": place + 1 for place in range(10)}
    step = step_of({"rule": "weighted mean", "ties": "up", "weights": weights})
    space = Space(step, tuple(weights), (SCALE,) * 10, SCALE, with_missing=False)
    assert space.total == 1_048_576
    start = process_time()
    evaluate(space, space.all_profiles())
    assert process_time() - start < 8
