from fractions import Fraction

import pytest

from tests.rubrics import half, inputs, scale, step
from vfi.synthesis.outcome import Margin
from vfi.synthesis.step import synthesise


def test_mean_is_exact_and_goes_to_the_nearest_level() -> None:
    outcome = synthesise(
        step(rule="mean", ties="up"), inputs(["Good", "Good", "Adequate"]), scale()
    )
    assert (outcome.value, outcome.rating) == (Fraction(5, 3), "Good")
    assert outcome.margin == Margin((half(3), True), (half(5), False))


@pytest.mark.parametrize(
    ("ties", "rating"),
    [
        ("up", "Good"),
        ("down", "Adequate"),
        ("even", "Good"),
        ({"towards": "Poor"}, "Adequate"),
        ({"towards": "Good"}, "Good"),
    ],
)
def test_ties_go_where_the_rubric_says(ties: object, rating: str) -> None:
    assert (
        synthesise(step(rule="mean", ties=ties), inputs(["Adequate", "Good"]), scale()).rating
        == rating
    )


def test_even_takes_the_lower_level_where_that_is_the_even_one() -> None:
    assert (
        synthesise(step(rule="mean", ties="even"), inputs(["Good", "Excellent"]), scale()).rating
        == "Good"
    )


def test_missing_inputs_are_left_out_or_count_as_a_level() -> None:
    given = inputs(["Good", None])
    assert synthesise(step(rule="mean", ties="up"), given, scale()).value == 2
    as_poor = step(rule="mean", ties="up", missing={"as": "Poor"})
    assert synthesise(as_poor, given, scale()).value == 1


def test_nothing_judged_is_insufficient_evidence_and_never_the_bottom_level() -> None:
    outcome = synthesise(step(rule="mean", ties="up"), inputs([None, None]), scale())
    assert (outcome.state, outcome.rating, outcome.value) == ("insufficient evidence", None, None)


def test_minimum_coverage_is_met_at_its_edge_and_not_below() -> None:
    half_of_them = step(rule="mean", ties="up", minimum_coverage="1/2")
    assert synthesise(half_of_them, inputs(["Good", None]), scale()).rating == "Good"
    below = synthesise(half_of_them, inputs(["Good", None, None]), scale())
    assert below.state == "insufficient evidence"
    assert below.reason == "1 of 3 inputs has a level, below the minimum coverage of 1/2"


def test_minimum_coverage_counts_what_was_judged_not_what_stands_in_for_it() -> None:
    filled = step(rule="mean", ties="up", minimum_coverage="3/4", missing={"as": "Poor"})
    assert synthesise(filled, inputs(["Good", None]), scale()).state == "insufficient evidence"


def test_values_of_a_scale_may_be_fractions() -> None:
    fuzzy = scale((("out", 0), ("rather out", "33/100"), ("rather in", "67/100"), ("in", 1)))
    outcome = synthesise(
        step(rule="mean", ties="up"), inputs(["rather in", "rather out"], fuzzy), fuzzy
    )
    assert (outcome.value, outcome.rating) == (half(1), "rather in")
