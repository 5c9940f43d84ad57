from itertools import product

import pytest
from hypothesis import given, settings

from tests.robustness.brute_force import Grid, grids, ratings, rubrics
from tests.robustness.large import large_study
from tests.rubrics import dimension, rubric, study
from vfi.robustness.chance.bootstrap import bootstrap
from vfi.robustness.chance.distributions import NO_RATING
from vfi.robustness.search.counts import Counts
from vfi.robustness.search.reach import Leaf, Result
from vfi.rubric import Rubric
from vfi.study import Failure


def _every_draw(built: Rubric, levels: Grid) -> dict[tuple[str, str], float]:
    """The share of draws with each rating, over every draw with replacement."""
    found: dict[tuple[str, str], float] = {}
    draws = list(product(levels.values(), repeat=len(levels)))
    for rows in draws:
        redrawn = study(built, {f"L{place}": row for place, row in enumerate(rows)})
        for node, rating in ratings(redrawn).items():
            key = (node, rating or NO_RATING)
            found[key] = found.get(key, 0) + 1 / len(draws)
    return found


@settings(max_examples=40)
@given(rubrics() | rubrics(scores=True), grids(3))
def test_shares_are_near_those_of_every_draw(built: Rubric, levels: Grid) -> None:
    found = bootstrap(study(built, levels), 4000, 1)
    for (node, rating), share in _every_draw(built, levels).items():
        assert found[node].chances.get(rating, 0.0) == pytest.approx(share, abs=0.05)


def test_failures_are_drawn_with_their_cases() -> None:
    hurdle = {"id": "h", "title": "h", "reason": "r", "kind": "hard", "node": "overall"}
    built = rubric(
        [dimension("A")],
        failure_indicators=[{"id": "breach", "title": "b", "meaning": "m"}],
        hurdles=[hurdle | {"when": [{"failure": "breach"}]}],
    )
    made = study(
        built,
        {"K": {"A": "Good"}, "L": {"A": "Good"}},
        failures=[Failure("K", "breach", "because")],
    )
    assert bootstrap(made, 4000, 1)["overall"].chances["Good"] == pytest.approx(0.25, abs=0.04)


@pytest.mark.parametrize("rule", ["median", "mode", "mean"])
def test_draws_to_which_a_rule_gives_one_result_are_rated_once(
    monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    """Of 2,000 draws of 120 cases nearly all have counts of their own; how many middles there are
    is another thing.
    """
    rated: list[Counts] = []
    redrawn = Leaf.redrawn

    def counted(leaf: Leaf, counts: Counts) -> Result:
        rated.append(counts)
        return redrawn(leaf, counts)

    monkeypatch.setattr(Leaf, "redrawn", counted)
    made = large_study(120, dimensions=(1, 1), criterion={"rule": rule, "ties": "up"})
    bootstrap(made, 2000, 1)
    assert len(rated) < 1000
