from fractions import Fraction

from tests.rubrics import inputs, scale, step
from vfi.synthesis.step import synthesise

STEP = step(rule="weighted mean", ties="up", weights={"A": 2, "B": "1/3", "C": 1})


def test_each_child_counts_with_its_weight() -> None:
    outcome = synthesise(STEP, inputs({"A": "Good", "B": "Excellent", "C": "Poor"}), scale())
    assert outcome.value == (2 * 2 + Fraction(1, 3) * 3) / (3 + Fraction(1, 3))
    assert outcome.rating == "Good"


def test_the_weight_of_what_is_missing_is_shared_in_proportion() -> None:
    outcome = synthesise(STEP, inputs({"A": "Good", "B": None, "C": "Poor"}), scale())
    assert outcome.value == Fraction(4, 3)


def test_the_order_of_children_decides_nothing() -> None:
    there = synthesise(STEP, inputs({"A": "Good", "B": "Poor", "C": "Excellent"}), scale())
    back = synthesise(STEP, inputs({"C": "Excellent", "B": "Poor", "A": "Good"}), scale())
    assert there == back
