from fractions import Fraction

from tests.rubrics import inputs, scale, step
from vfi.synthesis.rule import Worked
from vfi.synthesis.step import counted, synthesise

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


def test_weights_that_are_all_alike_are_idle_and_make_a_plain_mean() -> None:
    others = {"ties": "down", "missing": {"as": "Poor"}, "of": "scores", "minimum_coverage": "1/2"}
    alike = step(rule="weighted mean", weights={"A": 2, "B": 2}, **others)
    assert alike.without_idle_weights() == step(rule="mean", **others)
    assert STEP.without_idle_weights() is STEP
    one_other = step(rule="weighted mean", ties="up", weights={"A": 2, "B": 1, "C": 2})
    assert one_other.without_idle_weights() is one_other


def test_the_shares_of_the_weights_of_those_that_count_are_told() -> None:
    entries = counted(STEP, inputs({"A": "Good", "B": None, "C": "Excellent"}), scale())
    worked = Worked(entries, scale(), "Good", None, None, ())
    shares = "A 66.6667% (2/3), C 33.3333% (1/3)"
    assert list(STEP.working(worked)) == [
        ("Weights", f"3 in all among those that count; shares: {shares}"),
        ("Mean", "(7) / (3) = 2.3333 (7/3)"),
    ]
