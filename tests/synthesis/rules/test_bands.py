from fractions import Fraction

import pytest

from tests.rubrics import half, inputs, scale, step
from vfi.synthesis import Margin, synthesise
from vfi.synthesis.intervals import to_whole

ONE_TO_FOUR = scale(
    (("Inadequate", 1), ("Requires improvement", 2), ("Good", 3), ("Outstanding", 4))
)
CQC = [
    {"rating": "Inadequate", "from": 25, "to": 38},
    {"rating": "Requires improvement", "from": 39, "to": 62},
    {"rating": "Good", "from": 63, "to": 87},
    {"rating": "Outstanding", "from": 88},
]


def test_a_percentage_is_of_the_highest_possible_sum() -> None:
    rule = step(rule="bands", on="percentage", bands=CQC)
    outcome = synthesise(
        rule, inputs(["Good", "Good", "Outstanding", None], ONE_TO_FOUR), ONE_TO_FOUR
    )
    assert (outcome.value, outcome.rating, outcome.row) == (Fraction(1000, 12), "Good", 2)
    assert outcome.margin == Margin((Fraction(63), True), (Fraction(87), True))


def test_a_value_between_two_bands_is_undetermined() -> None:
    """14 of 36 is 38.89%, which is in no band of the assessment of English local authorities by the
    CQC.
    """
    nine = inputs(["Inadequate"] * 4 + ["Requires improvement"] * 5, ONE_TO_FOUR)
    outcome = synthesise(step(rule="bands", on="percentage", bands=CQC), nine, ONE_TO_FOUR)
    assert (outcome.state, outcome.value) == ("undetermined", Fraction(350, 9))
    rounded = step(rule="bands", on="percentage", rounded="half_up", bands=CQC)
    assert synthesise(rounded, nine, ONE_TO_FOUR).rating == "Requires improvement"


@pytest.mark.parametrize(
    ("value", "half_up", "half_even", "down", "up"),
    [
        ("5/2", 3, 2, 2, 3),
        ("7/2", 4, 4, 3, 4),
        ("-1/2", 0, 0, -1, 0),
        ("7/3", 2, 2, 2, 3),
        ("3", 3, 3, 3, 3),
    ],
)
def test_rounding_to_whole_numbers_follows_its_convention(
    value: str, half_up: int, half_even: int, down: int, up: int
) -> None:
    for rounded, whole in (
        ("half_up", half_up),
        ("half_even", half_even),
        ("down", down),
        ("up", up),
    ):
        assert to_whole(Fraction(value), rounded) == whole


@pytest.mark.parametrize("rounded", ["none", "half_up", "half_even", "down", "up"])
def test_the_margin_is_where_the_rating_really_ends(rounded: str) -> None:
    rule = step(
        rule="bands",
        on="sum",
        rounded=rounded,
        bands=[
            {"rating": "Poor", "below": 2},
            {"rating": "Good", "from": 2, "to": 3},
            {"rating": "Excellent", "above": 3},
        ],
    )
    for quarter in range(17):
        fine = scale((("Poor", -100), ("Good", Fraction(quarter, 4)), ("Excellent", 100)))
        outcome = synthesise(rule, inputs(["Good"], fine), fine)
        value, margin = outcome.value, outcome.margin
        assert value is not None
        assert margin is not None
        if margin.lower is not None:
            edge, included = margin.lower
            assert value > edge or (included and value == edge)
        if margin.upper is not None:
            edge, included = margin.upper
            assert value < edge or (included and value == edge)


def test_weights_enter_the_mean_and_the_highest_sum() -> None:
    weights = {"A": 3, "B": 1}
    bands = [{"rating": "Good", "from": 0}]
    given = inputs({"A": "Good", "B": "Poor"})
    assert synthesise(
        step(rule="bands", on="mean", weights=weights, bands=bands), given, scale()
    ).value == half(3)
    assert (
        synthesise(step(rule="bands", on="sum", weights=weights, bands=bands), given, scale()).value
        == 6
    )
    assert (
        synthesise(
            step(rule="bands", on="percentage", weights=weights, bands=bands), given, scale()
        ).value
        == 50
    )
