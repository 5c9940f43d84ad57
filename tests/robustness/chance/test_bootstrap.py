from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from tests.robustness.brute_force import Grid, grids, ratings, rubrics
from tests.robustness.large import large_study
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.chance import bootstrap as room
from vfi.robustness.chance.bootstrap import bootstrap
from vfi.robustness.chance.distributions import NO_RATING
from vfi.robustness.search.counts import Counts
from vfi.robustness.search.reach import Leaf, Result
from vfi.rubric.models.rubric import Rubric
from vfi.study.models import Failure


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
@given(rubrics(), grids(3))
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


@pytest.mark.parametrize(
    ("step", "levels"),
    [
        ({"rule": "mean", "ties": "up"}, ["Poor", "Excellent"]),
        # Draws with the same sum and other medians: 0, 0, 2 and 0, 1, 1.
        ({"rule": "median", "ties": "up"}, ["Poor", "Adequate", "Good"]),
        # With one level for both gaps: 0, 0, 1, 1 and 0, 0, 3, 3.
        (
            {"rule": "median", "ties": "up", "missing": {"as": "Poor"}},
            ["Adequate", "Excellent", None, None],
        ),
        ({"rule": "mode", "ties": "up"}, ["Adequate", None, None, "Excellent"]),
    ],
)
def test_what_makes_another_result_is_never_taken_together(
    step: dict[str, Any], levels: list[str | None]
) -> None:
    criterion = {"missing": "exclude"} | step
    built = rubric(
        [dimension("A")], synthesis={"criterion": criterion, "dimension": MEAN, "overall": MEAN}
    )
    grid = {f"L{place}": {"A": level} for place, level in enumerate(levels)}
    found = bootstrap(study(built, grid), 20_000, 1)
    expected = _every_draw(built, grid)
    assert dict(found["A"].chances) == pytest.approx(
        {rating: share for (node, rating), share in expected.items() if node == "A"}, abs=0.015
    )


@pytest.mark.parametrize(("cells", "sizes"), [(10, [2, 2, 2, 1]), (4, [1] * 7)])
def test_no_more_numbers_are_drawn_at_a_time_than_fit(
    monkeypatch: pytest.MonkeyPatch, cells: int, sizes: list[int]
) -> None:
    """Seven draws of five cases, from a generator that says how many it is asked for at a time."""
    generator, asked = np.random.default_rng(1), list[int]()

    class Asked:
        def multinomial(self, number: int, chances: list[float], size: int) -> Any:
            asked.append(size)
            return generator.multinomial(number, chances, size=size)

    monkeypatch.setattr(np.random, "default_rng", lambda _seed: Asked())
    monkeypatch.setattr(room, "CELLS", cells)
    made = study(rubric([dimension("A")]), {f"L{place}": {"A": "Good"} for place in range(5)})
    assert bootstrap(made, 7, 1)["A"].chances == {"Good": 1.0}
    assert asked == sizes
