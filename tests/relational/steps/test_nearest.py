from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.relational.studies import rated, rubric_of, scale_of, study_of
from vfi.audit.recomputation import rows_of
from vfi.relational.errors import CannotRecompute
from vfi.relational.run import recompute

UNEVEN = scale_of(["Low", "Middle", "High"], [0, 3, 4])


@pytest.mark.parametrize(
    ("levels", "rating"),
    [
        (["Low", "Middle"], "Middle"),
        (["Low", "Low", "Middle"], "Low"),
        (["Middle", "High"], "High"),
    ],
)
def test_the_nearest_level_is_that_of_the_values_not_of_the_places(
    levels: list[str | None], rating: str
) -> None:
    assert rated({"rule": "mean", "ties": "up"}, levels, scale=UNEVEN).rating == rating


@pytest.mark.parametrize(("towards", "rating"), [("Low", "Middle"), ("High", "High")])
def test_a_tie_goes_towards_the_level_that_is_named(towards: str, rating: str) -> None:
    step: dict[str, Any] = {"rule": "mean", "ties": {"towards": towards}}
    figure = rated(step, ["Middle", "High"], scale=UNEVEN)
    assert (figure.rating, figure.value) == (rating, Fraction(7, 2))


def test_a_tie_to_even_between_two_odd_values_has_nowhere_to_go() -> None:
    rubric = rubric_of(
        {"A": ["A.1"]},
        scale=scale_of(["Low", "High"], [1, 3]),
        synthesis={"criterion": {"rule": "mean", "ties": "even", "missing": "exclude"}},
    )
    study = study_of(rubric, {"N": {"A.1": "Low"}})
    with pytest.raises(CannotRecompute, match="a tie between Low and High has no even level"):
        recompute(rows_of(study), rubric)
