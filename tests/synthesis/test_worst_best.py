from tests.rubrics import inputs, scale, step
from vfi.synthesis import synthesise


def test_worst_and_best_take_the_ends() -> None:
    given = inputs(["Good", "Poor", None, "Excellent"])
    assert synthesise(step(rule="worst"), given, scale()).rating == "Poor"
    assert synthesise(step(rule="best"), given, scale()).rating == "Excellent"


def test_missing_as_a_level_can_be_the_worst() -> None:
    assert (
        synthesise(
            step(rule="worst", missing={"as": "Poor"}), inputs(["Good", None]), scale()
        ).rating
        == "Poor"
    )
