"""CQC's bands have holes: 14 of 36 points are 38.89%, between 25-38 and 39-62 (CQC, local authority
scores).
"""

from fractions import Fraction

import pytest

from tests.relational.studies import rated, scale_of

CQC = [
    {"rating": "Inadequate", "from": 25, "to": 38},
    {"rating": "Improve", "from": 39, "to": 62},
    {"rating": "Good", "from": 63, "to": 87},
    {"rating": "Outstanding", "from": 88},
]
SCALE = scale_of(["Inadequate", "Improve", "Good", "Outstanding"], [1, 2, 3, 4])
POINTS_14_OF_36 = ["Improve"] * 5 + ["Inadequate"] * 4


@pytest.mark.parametrize(
    ("rounded", "rating"),
    [
        ("none", None),
        ("half_up", "Improve"),
        ("half_even", "Improve"),
        ("up", "Improve"),
        ("down", "Inadequate"),
    ],
)
def test_rounding_decides_whether_a_value_falls_between_bands(
    rounded: str, rating: str | None
) -> None:
    step = {"rule": "bands", "on": "percentage", "rounded": rounded, "bands": CQC}
    figure = rated(step, POINTS_14_OF_36, scale=SCALE)
    assert (figure.rating, figure.value) == (rating, Fraction(1400, 36))


@pytest.mark.parametrize(
    ("rounded", "rating"), [("half_up", "High"), ("half_even", "Low"), ("none", "Low")]
)
def test_a_half_is_rounded_as_the_rubric_says(rounded: str, rating: str) -> None:
    bands = [{"rating": "Low", "below": 1}, {"rating": "High", "from": 1}]
    step = {"rule": "bands", "on": "mean", "rounded": rounded, "bands": bands}
    assert rated(step, ["Low", "Middle"]).rating == rating


def test_a_sum_has_the_weights_as_they_are() -> None:
    bands = [{"rating": "Low", "below": 2}, {"rating": "High", "from": 2}]
    step = {"rule": "bands", "on": "sum", "bands": bands, "weights": {"A.1": "1/2", "A.2": "1/3"}}
    figure = rated(step, ["High", "High"])
    assert (figure.value, figure.rating) == (Fraction(5, 3), "Low")
