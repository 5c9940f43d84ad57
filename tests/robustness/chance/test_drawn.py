from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rubrics import dimension, rubric, study
from vfi.robustness.chance.distributions import NO_RATING
from vfi.robustness.chance.drawn import Draws, Rating, distinct
from vfi.scoring import score

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
