"""A step in sentences, as a person would state it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import step
from vfi.synthesis.step import step_in_words

LEFT_OUT = "Insufficient evidence is left out of it and counted."
NEAREST = "taken to the nearest level; a mean exactly half way between two levels goes to the"
BANDS = [{"rating": "Poor", "below": 1}, {"rating": "Good", "from": 1, "to": 2}]


def words(**parts: Any) -> str:
    return step_in_words(step(**parts), "the ratings")


@pytest.mark.parametrize(
    ("ties", "side"),
    [
        ("up", "higher"),
        ("down", "lower"),
        ("even", "even one"),
        ({"towards": "Good"}, "one nearer to Good"),
    ],
)
def test_a_mean_says_where_ties_go(ties: object, side: str) -> None:
    assert words(rule="mean", ties=ties) == (
        f"The mean of the ratings, {NEAREST} {side}. "
        "Insufficient evidence is left out of the mean and counted."
    )


def test_a_weighted_mean_says_its_weights_and_who_gets_that_of_what_is_missing() -> None:
    assert words(rule="weighted mean", ties="down", weights={"A": 1, "B": "1/3"}) == (
        f"The mean of the ratings with the weights A 1, B 1/3, {NEAREST} lower. Insufficient "
        "evidence is left out, its weight shared among the others in proportion, and counted."
    )


def test_a_median_says_what_it_is_of_an_even_number() -> None:
    assert words(rule="median", ties="up") == (
        "The median of the ratings (for an even number of them half way between the two middle "
        "ones), taken to the nearest level; a median exactly half way between two levels goes to "
        "the higher. Insufficient evidence is left out of the median and counted."
    )


@pytest.mark.parametrize(
    ("ties", "which"),
    [
        ("up", "the highest counts"),
        ("down", "the lowest counts"),
        ({"towards": "Good"}, "the one nearest to Good"),
    ],
)
def test_a_mode_says_which_of_several_counts(ties: object, which: str) -> None:
    assert words(rule="mode", ties=ties) == (
        f"The most frequent of the ratings; of several equally frequent ones {which}. {LEFT_OUT}"
    )


@pytest.mark.parametrize("rule", ["worst", "best"])
def test_worst_and_best_say_so(rule: str) -> None:
    assert words(rule=rule) == f"The {rule} of the ratings. {LEFT_OUT}"


def test_a_counting_rule_says_its_rows_and_what_there_is_otherwise() -> None:
    when = [{"at_least": 2, "at": "Good"}, {"at_most": 0, "below": "Good"}]
    rows = [{"rating": "Good", "when": when}, {"rating": "Poor", "when": [{"at_least": 1}]}]
    beginning = (
        "By counting the ratings; the first that holds: Good if at least 2 at Good and none below "
        "Good; Poor if at least 1 judged; otherwise"
    )
    assert words(rule="counting", rows=rows) == f"{beginning} undetermined. {LEFT_OUT}"
    assert words(rule="counting", rows=rows, otherwise="Adequate") == (
        f"{beginning} Adequate. {LEFT_OUT}"
    )


def test_a_table_says_its_rows() -> None:
    rows = [
        {"rating": "Good", "when": {"A": "Good", "B": ["Good", "Poor"]}},
        {"rating": "Poor", "when": {"A": {"at_or_above": "Good"}, "B": {"at_or_below": "Poor"}}},
    ]
    assert words(rule="table", rows=rows, otherwise="Poor") == (
        "By a table of the ratings; the first row that fits: Good if A Good and B Good or Poor; "
        f"Poor if A at or above Good and B at or below Poor; otherwise Poor. {LEFT_OUT}"
    )


@pytest.mark.parametrize(
    ("parts", "quantity"),
    [
        ({"on": "mean"}, "The mean of the ratings"),
        ({"on": "sum"}, "The sum of the ratings"),
        (
            {"on": "percentage"},
            "The sum of the ratings as a percentage of the highest possible sum",
        ),
        ({"on": "sum", "weights": {"A": 2}}, "The sum of the ratings with the weights A 2"),
        (
            {"on": "sum", "rounded": "half_even"},
            "The sum of the ratings, rounded to a whole number, halves to the even one",
        ),
    ],
)
def test_bands_say_what_is_looked_up_in_them(parts: dict[str, Any], quantity: str) -> None:
    assert words(rule="bands", bands=BANDS, **parts) == (
        f"{quantity}, looked up in bands: Poor below 1; Good from 1 to 2; in none of them "
        f"undetermined. {LEFT_OUT}"
    )


def test_what_counts_as_a_level_and_how_much_has_to_be_there_is_said() -> None:
    assert words(rule="worst", missing={"as": "Poor"}) == (
        "The worst of the ratings. Insufficient evidence counts as Poor."
    )
    otherwise = (
        "must have a level; else the node is insufficient evidence, or undetermined where that is "
        "why inputs have none."
    )
    assert words(rule="worst", minimum_coverage=1) == (
        f"The worst of the ratings. {LEFT_OUT} All inputs {otherwise}"
    )
    assert words(rule="worst", minimum_coverage="2/3") == (
        f"The worst of the ratings. {LEFT_OUT} At least 2/3 of the inputs {otherwise}"
    )
