from fractions import Fraction

import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis.rule import Worked
from vfi.synthesis.step import counted, synthesise

UNEVEN = scale((("Low", Fraction(5, 4)), ("Middle", Fraction(15, 4)), ("High", 5)))


@pytest.mark.parametrize(
    ("ties", "rating"), [("up", "Middle"), ("down", "Low"), ({"towards": "High"}, "Middle")]
)
def test_a_root_exactly_on_a_threshold_is_a_tie(ties: object, rating: str) -> None:
    """The root of 5/4 times 5 is 5/2, half way between Low and Middle."""
    rule = step(rule="geometric mean", ties=ties)
    outcome = synthesise(rule, inputs(["Low", "High"], UNEVEN), UNEVEN)
    assert (outcome.rating, outcome.value) == (rating, None)


def test_a_root_a_hair_below_a_threshold_is_not_on_it() -> None:
    hair = scale(
        (("Low", Fraction(5, 4) - Fraction(1, 10**15)), ("Middle", Fraction(15, 4)), ("High", 5))
    )
    rule = step(rule="geometric mean", ties="up")
    assert synthesise(rule, inputs(["Low", "High"], hair), hair).rating == "Low"


@pytest.mark.parametrize(
    ("levels", "product", "thresholds"),
    [
        (["Adequate"], "1", ["1/2, 1 times by itself, is 1/2", "3/2, 1 times by itself, is 3/2"]),
        (
            ["Good", "Good"],
            "2 x 2 = 4",
            ["3/2, 2 times by itself, is 9/4", "5/2, 2 times by itself, is 25/4"],
        ),
        (["Excellent", "Excellent"], "3 x 3 = 9", ["5/2, 2 times by itself, is 25/4"]),
        (["Poor", "Good"], "0 x 2 = 0", ["1/2, 2 times by itself, is 1/4"]),
    ],
)
def test_the_product_is_told_and_the_powers_of_the_thresholds_on_both_sides_of_it(
    levels: list[str], product: str, thresholds: list[str]
) -> None:
    rule = step(rule="geometric mean", ties="up")
    given = inputs(levels)
    rating = synthesise(rule, given, scale()).rating
    worked = Worked(counted(rule, given, scale()), scale(), rating, None, None, ())
    assert list(rule.working(worked)) == [
        ("Product", product),
        *(("Threshold", threshold) for threshold in thresholds),
    ]
