"""Which profiles of a space are tried, and what is said of each."""

from __future__ import annotations

from tests.profiles.steps import SCALE, mean_of, scale_of, step_of
from vfi.profiles.space import Space
from vfi.profiles.tried import MOST_ENTRIES, in_words, try_profiles

ROW = {"rating": "L3", "when": [{"at_least": 1, "at": "L3"}]}


def test_few_are_tried_whole_and_many_by_a_sample_that_says_so() -> None:
    assert try_profiles(mean_of(3)).is_all
    tried = try_profiles(mean_of(200), 1000)
    assert not tried.is_all
    assert len(tried.profiles) == 1000
    assert set(tried.ratings.places.tolist()) >= {0, 1, 2, 3}


def test_profile_in_words() -> None:
    assert in_words(mean_of(3), (0, 2, 4)) == "1 L3, 1 L1, 1 Insufficient evidence"


def test_fewer_are_tried_where_each_is_long() -> None:
    inputs = 4000
    tried = try_profiles(mean_of(inputs))
    assert len(tried.profiles) == MOST_ENTRIES // inputs


def test_a_profile_has_the_level_that_its_step_gives_or_none() -> None:
    space = Space(
        step_of({"rule": "counting", "rows": [ROW]}), ("a", "b"), (SCALE,) * 2, SCALE, True
    )
    tried = try_profiles(space)
    ratings = {tried.profile(place): tried.rating(place) for place in range(len(tried.profiles))}
    assert len(ratings) == space.total
    assert all((rating == "L3") == (4 in profile) for profile, rating in ratings.items())
    assert set(ratings.values()) == {"L3", None}


def test_inputs_that_are_told_apart_are_named_with_their_levels() -> None:
    weights = {"a": 1, "b": 2}
    step = step_of({"rule": "weighted mean", "ties": "up", "weights": weights})
    space = Space(step, ("a", "b"), (SCALE, scale_of(0, 5)), SCALE, True)
    assert in_words(space, (0, 2)) == "a Insufficient evidence, b L1"
