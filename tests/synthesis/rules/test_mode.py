from fractions import Fraction

import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis.levels_counted import at
from vfi.synthesis.rule import Worked
from vfi.synthesis.step import counted, synthesise


@pytest.mark.parametrize(
    ("ties", "rating"),
    [
        ("up", "Excellent"),
        ("down", "Poor"),
        ({"towards": "Good"}, "Excellent"),
        ({"towards": "Adequate"}, "Poor"),
    ],
)
def test_of_several_modes_ties_decides(ties: object, rating: str) -> None:
    given = inputs(["Poor", "Excellent", "Poor", "Excellent", "Good"])
    assert synthesise(step(rule="mode", ties=ties), given, scale()).rating == rating


def test_a_single_mode_needs_no_tie() -> None:
    outcome = synthesise(step(rule="mode", ties="up"), inputs(["Poor", "Poor", "Good"]), scale())
    assert (outcome.rating, outcome.value, outcome.margin) == ("Poor", Fraction(0), None)


def test_two_modes_as_far_from_the_level_named_are_undetermined() -> None:
    outcome = synthesise(
        step(rule="mode", ties={"towards": "Adequate"}), inputs(["Poor", "Good"]), scale()
    )
    assert outcome.state == "undetermined"
    assert outcome.reason == "Poor and Good are equally frequent and equally far from Adequate"


@pytest.mark.parametrize("ties", ["up", "down", {"towards": "Adequate"}])
def test_a_level_is_compared_with_each_other_and_never_with_itself(ties: object) -> None:
    rows = step(rule="mode", ties=ties).decision(scale()).rows
    alone = [row for row in rows if row.place is not None]
    assert len(alone) == 4
    for row in alone:
        assert row.place is not None
        more = {other: {at(row.place): 1, at(other): -1} for other in range(4)}
        assert [guard.terms for guard in row.guards] == [
            terms for other, terms in more.items() if other != row.place
        ]
        assert not any(guard.strict for guard in row.guards)


def test_towards_a_level_the_nearer_of_two_modes_comes_first_and_two_as_near_are_left_open() -> (
    None
):
    towards = step(rule="mode", ties={"towards": "Adequate"})
    places = [row.place for row in towards.decision(scale()).rows]
    assert places == [1, None, 0, 2, 3, None]


def test_of_many_modes_the_two_that_are_nearest_on_both_sides_are_told() -> None:
    towards = step(rule="mode", ties={"towards": "Good"})
    three = inputs(["Poor", "Adequate", "Excellent"])
    assert synthesise(towards, three, scale()).reason == (
        "Adequate and Excellent are equally frequent and equally far from Good"
    )


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (["Good", "Poor", "Good"], "Good, 2 of 3"),
        (
            ["Poor", "Good", "Good", "Poor", "Excellent"],
            "Poor and Good are equally frequent, 2 of 5 each",
        ),
    ],
)
def test_the_most_frequent_levels_are_told_the_lowest_first(levels: list[str], words: str) -> None:
    rule = step(rule="mode", ties="up")
    worked = Worked(counted(rule, inputs(levels), scale()), scale(), None, None, None, ())
    assert list(rule.working(worked)) == [("Mode", words)]
