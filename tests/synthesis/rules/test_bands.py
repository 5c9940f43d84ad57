from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import half, inputs, scale, step
from vfi.synthesis.intervals import to_whole
from vfi.synthesis.outcome import Margin
from vfi.synthesis.rule import NamedLevel, Setting, Worked
from vfi.synthesis.rules.bands import Bands
from vfi.synthesis.step import counted, synthesise

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
        ("1/2", 1, 0, 0, 1),
        ("-3/2", -1, -2, -2, -1),
        ("1/3", 0, 0, 0, 1),
        ("5/3", 2, 2, 1, 2),
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


EDGES = [{"rating": "Poor", "below": 1}, {"rating": "Good", "above": 2, "to": 3}]


def bands(**parts: Any) -> Bands:
    """A rule of such bands."""
    data = {"rule": "bands", "missing": "exclude", "on": "mean", "bands": EDGES, **parts}
    return Bands.model_validate(data)


def test_a_percentage_is_of_something_above_0() -> None:
    nothing = scale((("Bad", -1), ("Not bad", 0)))
    setting = Setting("N", scale(), {"A": (nothing, scale())})
    (misfit,) = bands(on="percentage").misfits(setting)
    assert misfit.found == "a percentage of the top value 0"
    small = Setting("N", scale(), {"A": (scale((("No", 0), ("Yes", "1/2"))),)})
    assert list(bands(on="percentage").misfits(small)) == []
    assert list(bands(on="sum").misfits(setting)) == list(bands().misfits(setting)) == []


def test_the_level_of_each_band_is_told_with_where_it_stands() -> None:
    assert list(bands().levels_named()) == [
        NamedLevel(("bands", 0, "rating"), "Poor", of_rating=True),
        NamedLevel(("bands", 1, "rating"), "Good", of_rating=True),
    ]


@pytest.mark.parametrize(
    ("on", "ends", "unit"),
    [("mean", (0, 3), ""), ("sum", (0, 6), ""), ("percentage", (0, 100), "%")],
)
def test_its_landmarks_are_its_edges_and_what_there_is_at_the_lowest_and_the_highest(
    on: str, ends: tuple[int, int], unit: str
) -> None:
    rule = bands(on=on)
    entries = counted(rule, inputs(["Good", "Adequate"]), scale())
    assert list(rule.landmarks(entries, (scale(),))) == [1, 2, 3, *ends]
    assert list(rule.landmarks([], (scale(),))) == [1, 2, 3]
    assert (rule.quantity, rule.unit) == (on, unit)


@pytest.mark.parametrize("rounded", ["none", "half_up"])
def test_the_first_band_that_holds_a_number_once_it_is_rounded_is_its_own(rounded: str) -> None:
    rule = bands(rounded=rounded, bands=[*EDGES, {"rating": "Excellent", "from": 0}])
    found = [rule.band_of(half(number)) for number in (-3, 1, 2, 5, 6)]
    assert found == ([0, 0, 2, 1, 1] if rounded == "none" else [0, 2, 2, 1, 1])
    assert bands().band_of(Fraction(2)) is None


def told(rule: Bands) -> dict[str, str]:
    """The working of a rule on three inputs at Good, Good and Adequate."""
    levels = {"A": "Good", "B": "Good", "C": "Adequate"}
    entries = counted(rule, inputs(levels), scale())
    judged = rule.judged(entries, scale())
    landmarks = rule.landmarks(entries, (scale(),))
    worked = Worked(entries, scale(), None, judged.value, judged.number, landmarks)
    return dict(rule.working(worked))


def test_how_it_comes_to_a_number_and_to_the_band_that_holds_it_is_told() -> None:
    weights = {"A": 2, "B": "1/2", "C": 1}
    words = "Poor below 1; Good above 2 to 3"
    assert told(bands()) == {"Mean": "5 / 3 = 1.6667 (5/3)", "Bands": words}
    assert told(bands(rounded="up")) == {
        "Mean": "5 / 3 = 1.6667 (5/3)",
        "Rounded": "2, rounded up to a whole number",
        "Bands": words,
    }
    wide = [{"rating": "Good", "from": 2}]
    assert told(bands(rounded="up", bands=wide))["Band"] == "Good from 2 holds 2"
    assert told(bands(weights=weights, bands=wide))["Mean"] == "6 / 7/2 = 1.7143 (12/7)"
    weighted = told(bands(on="percentage", weights=weights, bands=wide))
    assert weighted["Percentage"] == "100 x 6 / 21/2 = 57.1429 (400/7)"
    assert weighted["Band"] == "Good from 2 holds 57.1429 (400/7)"
    assert told(bands(on="sum", bands=wide))["Sum"] == "5"


@pytest.mark.parametrize(
    ("on", "features"),
    [("mean", {"sum", "weight"}), ("sum", {"sum"}), ("percentage", {"sum", "top"})],
)
def test_only_what_its_number_is_made_of_is_counted(on: str, features: set[str]) -> None:
    assert set(bands(on=on).decision(scale()).features) == features
