from fractions import Fraction

import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis.step import synthesise

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
