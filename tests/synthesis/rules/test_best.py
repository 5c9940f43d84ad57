from tests.rubrics import inputs, scale, step
from vfi.synthesis.step import synthesise


def test_the_highest_level_of_any_input_counts() -> None:
    given = inputs(["Good", "Poor", None, "Excellent"])
    assert synthesise(step(rule="best"), given, scale()).rating == "Excellent"
