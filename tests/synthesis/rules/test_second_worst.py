import pytest

from tests.rubrics import inputs, scale, step
from vfi.synthesis.step import synthesise

RULE = step(rule="second worst")


@pytest.mark.parametrize(
    ("levels", "rating"),
    [
        (["Poor", "Good", "Excellent"], "Good"),
        (["Poor", "Poor", "Excellent"], "Poor"),
        (["Excellent", None, None], "Excellent"),
    ],
)
def test_the_second_from_below_counts(levels: list[str | None], rating: str) -> None:
    assert synthesise(RULE, inputs(levels), scale()).rating == rating


def test_a_third_input_at_the_bottom_changes_nothing() -> None:
    two, three = inputs(["Poor", "Poor", "Good"]), inputs(["Poor", "Poor", "Poor", "Good"])
    assert synthesise(RULE, two, scale()) == synthesise(RULE, three, scale())
