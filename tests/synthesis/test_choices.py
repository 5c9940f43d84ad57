"""The choices that a step declares, and what is told of one that is none."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import refusal, step

A_TIE = "up, down, even or {towards: LEVEL}"
A_NUMBER = "a whole number from 0 up, or the word all"


def with_count(**condition: Any) -> dict[str, Any]:
    """A counting rule of one condition."""
    return {"rule": "counting", "rows": [{"rating": "Good", "when": [condition]}]}


@pytest.mark.parametrize("ties", ["up", "down", "even", {"towards": "Good"}])
def test_ties_go_up_down_to_the_even_level_or_towards_one(ties: Any) -> None:
    rule = step(rule="mean", ties=ties)
    assert rule.model_dump(exclude_none=True)["ties"] == ties


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        ("sideways", '"sideways"'),
        ({"towards": " "}, "the keys towards"),
        ({"towards": 1}, "the keys towards"),
        ({"toward": "Good"}, "the keys toward"),
        ({"towards": "Good", "up": "Good"}, "the keys towards, up"),
        ({}, "the keys "),
        (3, '"3"'),
        (None, "nothing"),
    ],
)
def test_other_ties_are_refused(ties: object, found: str) -> None:
    assert refusal(rule="mean", ties=ties) == (found, A_TIE)


def test_of_equally_frequent_levels_none_is_the_even_one() -> None:
    assert refusal(rule="mode", ties="even") == ('"even"', "up, down or {towards: LEVEL}")


@pytest.mark.parametrize("missing", [{"as": ""}, {"is": "Poor"}, None, "include"])
def test_missing_evidence_is_left_out_or_counts_as_a_level(missing: object) -> None:
    _, expected = refusal(rule="worst", missing=missing)
    assert expected == "exclude or {as: LEVEL}"
    assert step(rule="worst", missing={"as": "Poor"}).missing != "exclude"


@pytest.mark.parametrize("share", [0, 1, "3/4"])
def test_a_coverage_is_a_share(share: Any) -> None:
    assert step(rule="worst", minimum_coverage=share).minimum_coverage == Fraction(share)


@pytest.mark.parametrize("share", ["-1/4", "5/4"])
def test_a_coverage_outside_of_0_to_1_is_refused(share: str) -> None:
    assert refusal(rule="worst", minimum_coverage=share) == (
        share,
        "a share from 0 to 1, such as 3/4",
    )


@pytest.mark.parametrize("weight", [0, -1, "-1/3"])
def test_a_weight_is_above_0(weight: object) -> None:
    parts = {"rule": "weighted mean", "ties": "up", "weights": {"A": weight}}
    assert refusal(**parts) == (str(weight), "a weight above 0")
    assert step(**parts | {"weights": {"A": "1/3"}}).rule == "weighted mean"


@pytest.mark.parametrize("number", [0, 2, "all"])
def test_a_count_is_a_whole_number_or_all(number: object) -> None:
    (row,) = step(**with_count(at_least=number)).model_dump()["rows"]
    assert row["when"][0]["at_least"] == number


@pytest.mark.parametrize(("number", "found"), [(-1, '"-1"'), (True, "true"), ("some", '"some"')])
def test_another_count_is_refused(number: object, found: str) -> None:
    assert refusal(**with_count(at_least=number)) == (found, A_NUMBER)
