from tests.rubrics import inputs, scale, step
from vfi.synthesis.step import synthesise


def test_the_lowest_level_of_any_input_counts() -> None:
    given = inputs(["Good", "Poor", None, "Excellent"])
    assert synthesise(step(rule="worst"), given, scale()).rating == "Poor"


def test_missing_as_a_level_can_be_the_worst() -> None:
    rule = step(rule="worst", missing={"as": "Poor"})
    assert synthesise(rule, inputs(["Good", None]), scale()).rating == "Poor"
