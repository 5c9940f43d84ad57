"""What goes into a rule and what comes out of it, in words."""

from __future__ import annotations

from fractions import Fraction

from tests.rubrics import inputs, scale, step
from vfi.synthesis.outcome import Input
from vfi.synthesis.step import synthesise

NINE = step(rule="counting", rows=[{"rating": "Good", "when": [{"exactly": 9}]}])


def test_up_to_six_inputs_are_named_and_of_more_it_is_told_how_many_are_at_each_level() -> None:
    levels = ["Good", "Poor", "Good", "Excellent", "Poor", "Good", "Adequate"]
    six = synthesise(NINE, inputs(levels[:6]), scale())
    assert six.reason == (
        "no row of the counting rule covers I0 Good, I1 Poor, I2 Good, I3 Excellent, I4 Poor, "
        "I5 Good"
    )
    seven = synthesise(NINE, inputs(levels), scale())
    assert seven.reason == (
        "no row of the counting rule covers 1 Excellent, 3 Good, 1 Adequate, 2 Poor"
    )


def test_an_input_without_a_level_goes_by_its_state() -> None:
    (rated, missing) = inputs(["Good", None])
    assert (rated.result, missing.result) == ("Good", "Insufficient evidence")
    assert Input("A", None, None, is_undetermined=True).result == "Undetermined"


def test_what_knows_only_levels_has_the_value_of_its_level() -> None:
    outcome = synthesise(step(rule="best"), inputs(["Good", "Poor"]), scale())
    assert (outcome.state, outcome.rating, outcome.value) == ("rated", "Good", Fraction(2))
    assert (outcome.margin, outcome.row, outcome.reason) == (None, None, "")
