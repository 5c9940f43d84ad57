from fractions import Fraction
from typing import Any

import pytest

from tests.relational.studies import rated


@pytest.mark.parametrize(
    ("ties", "rating"),
    [
        ("up", "Middle"),
        ("down", "Low"),
        ("even", "Low"),
        ({"towards": "High"}, "Middle"),
        ({"towards": "Low"}, "Low"),
    ],
)
def test_a_tie_goes_where_the_rubric_says(ties: Any, rating: str) -> None:
    figure = rated({"rule": "mean", "ties": ties}, ["Low", "Middle"])
    assert (figure.rating, figure.value) == (rating, Fraction(1, 2))


def test_missing_evidence_counts_as_the_level_named() -> None:
    step = {"rule": "mean", "ties": "up", "missing": {"as": "Low"}}
    figure = rated(step, ["High", None, None])
    assert (figure.value, figure.judged, figure.missing) == (Fraction(2, 3), 1, 2)


def test_too_little_coverage_is_insufficient_evidence() -> None:
    step = {"rule": "mean", "ties": "up", "minimum_coverage": "2/3"}
    figure = rated(step, ["High", None, None])
    assert (figure.state, figure.rating, figure.value) == ("insufficient evidence", None, None)


def test_weights_of_what_is_missing_go_to_the_others() -> None:
    step = {
        "rule": "weighted mean",
        "ties": "up",
        "weights": {"A.1": "1/3", "A.2": "1/2", "A.3": 5},
    }
    figure = rated(step, ["High", "Low", None])
    assert figure.value == Fraction(2, 3) / Fraction(5, 6)
