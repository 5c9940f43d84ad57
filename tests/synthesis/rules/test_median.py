from itertools import combinations_with_replacement

import pytest

from tests.rubrics import half, inputs, scale, step
from vfi.synthesis.rule import Worked
from vfi.synthesis.rules.median import Median
from vfi.synthesis.step import counted, synthesise


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


FOUR = scale()


PROFILES = [
    profile
    for number in range(1, 6)
    for profile in combinations_with_replacement(FOUR.names, number)
]


def middle(profile: tuple[str, ...]) -> tuple[int, int]:
    """The places of the two levels in the middle of a profile in order; twice that of a single
    one.
    """
    last = len(profile) - 1
    return FOUR.positions[profile[last // 2]], FOUR.positions[profile[last - last // 2]]


@pytest.mark.parametrize("ties", ["up", "down", {"towards": "Good"}])
def test_the_value_and_the_comparisons_agree_on_every_profile(ties: object) -> None:
    rule = step(rule="median", ties=ties)
    decision = rule.decision(FOUR, [level.value for level in FOUR.levels])
    for profile in PROFILES:
        entries = counted(rule, inputs(profile), FOUR)
        outcome = synthesise(rule, inputs(profile), FOUR)
        assert outcome.value == half(sum(middle(profile)))
        place = decision.row_for(decision.totals(entries)).place
        assert place == FOUR.positions[outcome.rating or ""]


def test_the_mark_says_which_two_values_are_in_the_middle() -> None:
    rule = Median.model_validate({"rule": "median", "ties": "up", "missing": "exclude"})
    decision = rule.decision(FOUR, [level.value for level in FOUR.levels])
    for profile in PROFILES:
        mark = rule.mark(decision.totals(counted(rule, inputs(profile), FOUR)))
        assert divmod(mark, len(FOUR.levels)) == middle(profile)


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        (["Good"], "the only value is Good, 2"),
        (["Good", "Poor", "Good"], "the 2nd of 3 values in order is Good, 2"),
        (
            ["Excellent", "Poor", "Adequate", "Excellent"],
            "the 2nd and 3rd of 4 values in order are 1 and 3; half way between them is 2",
        ),
    ],
)
def test_which_value_is_in_the_middle_is_told(levels: list[str], words: str) -> None:
    rule = step(rule="median", ties="up")
    entries = counted(rule, inputs(levels), FOUR)
    landmarks = rule.landmarks(entries, (FOUR,))
    worked = Worked(entries, FOUR, None, None, None, landmarks)
    assert list(rule.working(worked)) == [("Median", words)]
