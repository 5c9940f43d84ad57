"""How long it takes to rate every profile of a node: many at a time, beside one after the other.

A million profiles of ten weighted inputs on four levels, a counting rule over the same, and the
plain evaluator on a share of them for comparison.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any

from pydantic import TypeAdapter

from benchmarks.timing import Measured
from vfi.profiles.evaluation import evaluate
from vfi.profiles.space import Space, inputs_of
from vfi.synthesis.rules import Step
from vfi.synthesis.scale import Scale
from vfi.synthesis.step import synthesise

NAMES = tuple("abcdefghij")
COUNTING = [
    {
        "rating": "L3",
        "when": [{"at_least": 6, "at": "L3"}, {"exactly": 0, "at": "L0", "among": ["a", "b"]}],
    },
    {"rating": "L2", "when": [{"at_least": "all", "at_or_above": "L1"}]},
    {"rating": "L1", "when": [{"at_least_share": "1/2", "at_or_above": "L1"}]},
]
STEPS: dict[str, dict[str, Any]] = {
    "weighted mean": {
        "rule": "weighted mean",
        "ties": "up",
        "weights": {name: n + 1 for n, name in enumerate(NAMES)},
    },
    "counting": {"rule": "counting", "rows": COUNTING, "otherwise": "L0"},
}
PLAIN = 20_000
TIMES_AS_FAST = 100


def space_of(data: dict[str, Any]) -> Space:
    levels = [{"name": f"L{value}", "value": value, "meaning": "A level."} for value in range(4)]
    scale = Scale.model_validate({"levels": levels})
    step = TypeAdapter(Step).validate_python({"missing": "exclude", **data})
    return Space(step, NAMES, (scale,) * len(NAMES), scale, with_missing=False)


def measure() -> Iterator[Measured]:
    """A million profiles of each rule many at a time, beside a hundredth of what they take one by
    one, of which a share is measured.
    """
    for rule, data in STEPS.items():
        space = space_of(data)
        start = perf_counter()
        profiles = space.all_profiles()
        ratings = evaluate(space, profiles)
        many = perf_counter() - start
        share = profiles[:: len(profiles) // PLAIN]
        start = perf_counter()
        plain = [
            synthesise(space.step, list(inputs_of(space, profile)), space.scale).rating
            for profile in share
        ]
        one_by_one = (perf_counter() - start) / len(share) * len(profiles)
        rated = ratings.places[:: len(profiles) // PLAIN]
        assert [space.scale.names[place] for place in rated] == plain
        floor = one_by_one / TIMES_AS_FAST
        name = f"{len(profiles):,} profiles, {rule}, beside 1/{TIMES_AS_FAST} of one by one"
        yield Measured(name, many, floor, many / floor, 1)
