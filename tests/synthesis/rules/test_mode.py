from fractions import Fraction

import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis.step import synthesise


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
