"""Many scorecards at once: each distinct combination rated once, and looked up by each draw."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.chance.distributions import NO_RATING
from vfi.robustness.chance.drawn import Draws, Rating, distinct
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.simulation import simulate
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.models import Failure

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5000)), min_size=1, max_size=30)


@given(ROWS)
def test_equal_combinations_have_one_code_and_a_row_where_they_stand(
    rows: list[tuple[int, int]],
) -> None:
    codes, first = distinct([np.array(column) for column in zip(*rows, strict=True)])
    assert [rows[first[code]] for code in codes] == rows
    assert len(first) == len(set(rows))


def test_equal_results_are_one() -> None:
    draws = Draws.of(np.array([0, 1, 2, 1]), [("Good", None), ("Poor", None), ("Good", None)])
    assert draws.results == (("Good", None), ("Poor", None))
    assert draws.codes.tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize("levels", [("Good", "Poor"), ("Excellent", None), (None, None)])
def test_one_draw_is_rated_as_scoring_rates_it(levels: tuple[str | None, ...]) -> None:
    of = rubric([dimension("A"), dimension("B")])
    judged = dict(zip("AB", levels, strict=True))
    leaves = {
        node: Draws(np.zeros(1, dtype=np.int64), [(level, None)]) for node, level in judged.items()
    }
    (overall,) = Rating(of, 1).rate(leaves)["overall"].chances
    assert overall == (score(study(of, {"L": judged})).overall.rating or NO_RATING)


def test_a_failure_counts_in_the_draws_that_have_it() -> None:
    hurdle = {
        "id": "h",
        "title": "H",
        "reason": "r",
        "kind": "hard",
        "node": "overall",
        "when": [{"failure": "f", "cases": 2}],
    }
    of = rubric(
        [dimension("A")],
        failure_indicators=[{"id": "f", "title": "F", "meaning": "m"}],
        hurdles=[hurdle],
    )
    leaves = {"A": Draws(np.zeros(4, dtype=np.int64), [("Good", None)])}
    drawn = Rating(of, 4, {"f": np.array([0, 1, 2, 3])}).rate(leaves)
    assert drawn["overall"].chances == {"Poor": 0.5, "Good": 0.5}
    assert drawn["A"].chances == {"Good": 1.0}


def test_no_two_combinations_of_codes_are_taken_for_one() -> None:
    grid = np.array([(one, other) for one in range(4) for other in range(3)])
    codes, rows = distinct([grid[:, 0], grid[:, 1]])
    assert sorted(codes.tolist()) == list(range(12))
    assert sorted(rows) == list(range(12))


BREACH = {"id": "breach", "title": "Breach", "meaning": "a breach"}


def hurdle(**parts: Any) -> dict[str, Any]:
    return {"id": "h", "title": "h", "reason": "r", "kind": "hard", "node": "overall", **parts}


def made(when: list[dict[str, Any]], **parts: Any) -> Rubric:
    return rubric(
        [dimension("A"), dimension("B")],
        failure_indicators=[BREACH],
        hurdles=[hurdle(when=when, **parts)],
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), MEAN),
    )


def rated(of: Rubric, levels: dict[str, list[str]], number: int, **recorded: list[int]) -> Any:
    """The ratings where each dimension has these levels in so many draws, by node and level."""
    codes = np.arange(number)
    leaves = {
        name: Draws.of(codes, [(level, None) for level in drawn]) for name, drawn in levels.items()
    }
    failures = {name: np.array(counts) for name, counts in recorded.items()}
    ratings = Rating(of, number, failures).rate(leaves)
    return {node: dict(distribution.chances) for node, distribution in ratings.items()}


def test_a_failure_that_nobody_has_recorded_lowers_nothing() -> None:
    of = made([{"failure": "breach"}])
    assert rated(of, {"A": ["Good"], "B": ["Good"]}, 1)["overall"] == {"Good": 1.0}


def test_a_hurdle_looks_at_the_levels_of_its_own_draw() -> None:
    of = made([{"node": "A", "at": "Poor"}], node="B", kind="soft", cap="Adequate")
    levels = {"A": ["Poor", "Good", "Poor", "Good"], "B": ["Good", "Good", "Poor", "Poor"]}
    ratings = rated(of, levels, 4)
    assert ratings["B"] == {"Poor": 0.5, "Adequate": 0.25, "Good": 0.25}
    # 0 and 1, 2 and 2, 0 and 0, 2 and 0
    assert ratings["overall"] == {"Poor": 0.25, "Adequate": 0.5, "Good": 0.25}


def test_a_score_that_a_hurdle_lowers_is_no_more_than_the_level_that_it_left() -> None:
    scores = MEAN | {"of": "scores"}
    of = rubric(
        [dimension("A", ["A1", "A2"]), dimension("B")],
        synthesis={"criterion": MEAN, "dimension": MEAN, "overall": scores},
        hurdles=[hurdle(node="A", kind="soft", cap="Adequate", when=[{"node": "B", "at": "Poor"}])],
    )
    # A is 2.5, limited to 1, and with B at 0 comes to 0.5, which is Adequate; unlimited, to 1.25.
    grid = {"K": {"A1": "Good", "A2": "Excellent", "B": "Poor"}}
    found = simulate(study(of, grid), ErrorModel(Fraction(0)), 10, 1)
    assert found["A"].chances == {"Adequate": 1.0}
    assert found["overall"].chances == {"Adequate": 1.0}
    # With B at 1 nothing is limited, and 2.5 and 1 come to 1.75, which is Good.
    other = simulate(
        study(of, {"K": {"A1": "Good", "A2": "Excellent", "B": "Adequate"}}),
        ErrorModel(Fraction(0)),
        10,
        1,
    )
    assert other["overall"].chances == {"Good": 1.0}


@pytest.mark.parametrize(("failed", "expected"), [(1, "Good"), (2, "Poor")])
def test_recorded_failures_stay_as_they_are_where_judgements_may_be_off(
    failed: int, expected: str
) -> None:
    of = made([{"failure": "breach", "cases": 2}])
    grid = {"K": {"A": "Good", "B": "Good"}, "L": {"A": "Good", "B": "Good"}}
    failures = [Failure(case, "breach", "because") for case in list(grid)[:failed]]
    found = simulate(study(of, grid, failures=failures), ErrorModel(Fraction(0)), 10, 1)
    assert found["overall"].chances == {expected: 1.0}
