import pytest

from tests.rubrics import half, inputs, scale, step
from vfi.synthesis.step import synthesise


@pytest.mark.parametrize(
    ("levels", "value", "rating"),
    [
        (["Excellent"], 3, "Excellent"),
        (["Poor", "Excellent", "Good"], 2, "Good"),
        (["Poor", "Adequate", "Good", "Excellent"], half(3), "Good"),
        (["Poor", "Poor", "Excellent", None], 0, "Poor"),
    ],
)
def test_median_is_the_middle_value_or_half_way_between_two(
    levels: list[str | None], value: object, rating: str
) -> None:
    outcome = synthesise(step(rule="median", ties="up"), inputs(levels), scale())
    assert (outcome.value, outcome.rating) == (value, rating)


def test_a_midpoint_between_levels_is_a_tie() -> None:
    down = step(rule="median", ties="down")
    assert synthesise(down, inputs(["Adequate", "Good"]), scale()).rating == "Adequate"
