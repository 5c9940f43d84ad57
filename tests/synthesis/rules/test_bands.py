from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import half, inputs, scale, step
from vfi.synthesis.intervals import to_whole
from vfi.synthesis.outcome import Margin
from vfi.synthesis.step import synthesise

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


@pytest.mark.parametrize(
    ("rounded", "first", "second", "third"),
    [
        ("none", (None, (2, False)), ((2, True), (3, True)), ((3, False), None)),
        # What comes to 1 or less, to 2 or 3, and to 4 or more.
        ("half_up", (None, ("3/2", False)), (("3/2", True), ("7/2", False)), (("7/2", True), None)),
        (
            "half_even",
            (None, ("3/2", False)),
            (("3/2", True), ("7/2", False)),
            (("7/2", True), None),
        ),
        ("down", (None, (2, False)), ((2, True), (4, False)), ((4, True), None)),
        ("up", (None, (1, True)), ((1, False), (3, True)), ((3, False), None)),
    ],
)
def test_edges_are_where_the_value_before_rounding_goes_over(
    rounded: str, first: Any, second: Any, third: Any
) -> None:
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
    for value, (lower, upper) in ((0, first), ("5/2", second), (9, third)):
        fine = scale((("Poor", -100), ("Good", Fraction(value)), ("Excellent", 100)))
        margin = synthesise(rule, inputs(["Good"], fine), fine).margin
        expected = [edge and (Fraction(edge[0]), edge[1]) for edge in (lower, upper)]
        assert margin == Margin(*expected)


def test_edges_between_whole_numbers_are_those_of_the_whole_numbers_inside() -> None:
    """From 3/2 to below 7/2 lie 2 and 3; above 2 and below 4 lies 3 alone."""
    parts = {"rule": "bands", "on": "sum", "rounded": "down"}
    three = scale((("Poor", -100), ("Good", 3), ("Excellent", 100)))
    wide = step(**parts, bands=[{"rating": "Good", "from": "3/2", "below": "7/2"}])
    assert synthesise(wide, inputs(["Good"], three), three).margin == Margin(
        (Fraction(2), True), (Fraction(4), False)
    )
    narrow = step(**parts, bands=[{"rating": "Good", "above": 2, "below": 4}])
    assert synthesise(narrow, inputs(["Good"], three), three).margin == Margin(
        (Fraction(3), True), (Fraction(4), False)
    )


def test_a_value_in_no_band_is_told_with_what_it_was_rounded_to() -> None:
    bands = [{"rating": "Poor", "below": 1}, {"rating": "Good", "above": 2}]
    given = inputs(["Good", "Adequate"])
    plain = synthesise(step(rule="bands", on="mean", bands=bands), given, scale())
    assert plain.reason == "no band holds the mean of 1.5"
    rounded = synthesise(
        step(rule="bands", on="mean", rounded="half_up", bands=bands), given, scale()
    )
    assert rounded.reason == "no band holds the mean of 1.5, rounded to 2,"


def test_the_first_band_that_holds_a_value_gives_the_rating() -> None:
    bands = [{"rating": "Poor", "to": 1}, {"rating": "Good", "from": 1}]
    rule = step(rule="bands", on="mean", bands=bands)
    outcome = synthesise(rule, inputs(["Adequate"]), scale())
    assert (outcome.rating, outcome.row) == ("Poor", 0)


@pytest.mark.parametrize(
    ("rounded", "lower", "upper"),
    [
        ("half_up", ("1/2", True), ("5/2", False)),
        ("half_even", ("1/2", False), ("5/2", True)),
        ("down", (1, True), (3, False)),
        ("up", (0, False), (2, True)),
    ],
)
def test_halves_belong_to_the_band_that_they_are_rounded_into(
    rounded: str, lower: tuple[Any, bool], upper: tuple[Any, bool]
) -> None:
    """From 1 to 2: 1/2 is rounded to 1 or to the even 0, and 5/2 to 3 or to the even 2."""
    rule = step(
        rule="bands", on="sum", rounded=rounded, bands=[{"rating": "Good", "from": 1, "to": 2}]
    )
    margin = synthesise(rule, inputs(["Adequate"]), scale()).margin
    assert margin == Margin((Fraction(lower[0]), lower[1]), (Fraction(upper[0]), upper[1]))
