from __future__ import annotations

from fractions import Fraction
from time import process_time

from hypothesis import given, settings

from tests.profiles.steps import SCALE, scale_of, spaces, step_of
from vfi.profiles.evaluation import evaluate
from vfi.profiles.space import Space, inputs_of
from vfi.profiles.tabulated import NO_ROW
from vfi.synthesis.step import synthesise

PLACES = {"insufficient evidence": -1, "undetermined": -2}


def agrees(space: Space) -> None:
    profiles = space.all_profiles()
    found = evaluate(space, profiles)
    for profile, place, row in zip(profiles, found.places, found.rows, strict=True):
        outcome = synthesise(space.step, list(inputs_of(space, profile)), space.scale)
        expected = (
            PLACES[outcome.state]
            if outcome.rating is None
            else space.scale.positions[outcome.rating]
        )
        assert (place, row) == (expected, NO_ROW if outcome.row is None else outcome.row), profile


@settings(max_examples=400)
@given(spaces())
def test_every_rule_gives_what_the_plain_evaluator_gives(space: Space) -> None:
    agrees(space)


def test_numbers_beyond_64_bits_stay_exact() -> None:
    scale = scale_of(0, Fraction(1, 10**18 - 1), Fraction(10**17, 3), 10**18)
    step = step_of(
        {
            "rule": "weighted mean",
            "ties": "down",
            "weights": {"a": Fraction(10**18, 7), "b": 1, "c": 3},
        }
    )
    agrees(Space(step, ("a", "b", "c"), (scale,) * 3, scale, with_missing=True))


def test_a_value_a_hair_off_an_edge_is_not_on_it() -> None:
    hair = Fraction(1, 10**17)
    scale = scale_of(0, 1, 2)
    bands = [
        {"rating": "L2", "from": 1 + hair},
        {"rating": "L1", "from": 1},
        {"rating": "L0", "below": 1},
    ]
    step = step_of({"rule": "bands", "on": "mean", "bands": bands})
    space = Space(step, ("a", "b"), (scale, scale), scale, with_missing=False)
    agrees(space)
    assert 1 in evaluate(space, space.all_profiles()).places


def test_a_million_profiles_take_seconds() -> None:
    weights = {f"i{place}": place + 1 for place in range(10)}
    step = step_of({"rule": "weighted mean", "ties": "up", "weights": weights})
    space = Space(step, tuple(weights), (SCALE,) * 10, SCALE, with_missing=False)
    assert space.total == 1_048_576
    start = process_time()
    evaluate(space, space.all_profiles())
    assert process_time() - start < 8
