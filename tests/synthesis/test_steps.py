"""What a step may declare, and what is told of a step that declares something else."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from tests.rubrics import step

A_TIE = "up, down, even or {towards: LEVEL}"
A_NUMBER = "a whole number from 0 up, or the word all"
A_CELL = "a level, a list of levels, {at_or_above: LEVEL} or {at_or_below: LEVEL}"


def refused(**parts: Any) -> tuple[str, str]:
    """What was found in a step that is no step, and what was expected instead."""
    with pytest.raises(ValidationError) as error:
        step(**parts)
    (problem,) = error.value.errors()
    return problem["ctx"]["found"], problem["ctx"]["expected"]


def with_count(**condition: Any) -> dict[str, Any]:
    """A counting rule of one condition."""
    return {"rule": "counting", "rows": [{"rating": "Good", "when": [condition]}]}


def with_cell(cell: object) -> dict[str, Any]:
    """A table of one cell."""
    return {"rule": "table", "rows": [{"rating": "Good", "when": {"A": cell}}]}


def with_band(**edges: Any) -> dict[str, Any]:
    """A rule of one band."""
    return {"rule": "bands", "on": "mean", "bands": [{"rating": "Good", **edges}]}


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
    assert refused(rule="mean", ties=ties) == (found, A_TIE)


def test_of_equally_frequent_levels_none_is_the_even_one() -> None:
    assert refused(rule="mode", ties="even") == ('"even"', "up, down or {towards: LEVEL}")


@pytest.mark.parametrize("missing", [{"as": ""}, {"is": "Poor"}, None, "include"])
def test_missing_evidence_is_left_out_or_counts_as_a_level(missing: object) -> None:
    _, expected = refused(rule="worst", missing=missing)
    assert expected == "exclude or {as: LEVEL}"
    assert step(rule="worst", missing={"as": "Poor"}).missing != "exclude"


@pytest.mark.parametrize("share", [0, 1, "3/4"])
def test_a_coverage_is_a_share(share: Any) -> None:
    assert step(rule="worst", minimum_coverage=share).minimum_coverage == Fraction(share)


@pytest.mark.parametrize("share", ["-1/4", "5/4"])
def test_a_coverage_outside_of_0_to_1_is_refused(share: str) -> None:
    assert refused(rule="worst", minimum_coverage=share) == (
        share,
        "a share from 0 to 1, such as 3/4",
    )


@pytest.mark.parametrize("weight", [0, -1, "-1/3"])
def test_a_weight_is_above_0(weight: object) -> None:
    parts = {"rule": "weighted mean", "ties": "up", "weights": {"A": weight}}
    assert refused(**parts) == (str(weight), "a weight above 0")
    assert step(**parts | {"weights": {"A": "1/3"}}).rule == "weighted mean"


@pytest.mark.parametrize("number", [0, 2, "all"])
def test_a_count_is_a_whole_number_or_all(number: object) -> None:
    assert step(**with_count(at_least=number)).rows[0].when[0].at_least == number  # type: ignore[union-attr]


@pytest.mark.parametrize(("number", "found"), [(-1, '"-1"'), (True, "true"), ("some", '"some"')])
def test_another_count_is_refused(number: object, found: str) -> None:
    assert refused(**with_count(at_least=number)) == (found, A_NUMBER)


@pytest.mark.parametrize(
    ("condition", "found"),
    [({}, "no quantity"), ({"at_least": 0, "at_most": 0}, "at_least, at_most")],
)
def test_a_condition_compares_one_quantity(condition: dict[str, int], found: str) -> None:
    assert refused(**with_count(**condition)) == (
        found,
        "one of at_least, at_most, exactly, at_least_share, at_most_share",
    )


@pytest.mark.parametrize(
    "cell", ["Good", ["Good"], ["Good", "Poor"], {"at_or_above": "Good"}, {"at_or_below": "Good"}]
)
def test_a_cell_names_levels(cell: object) -> None:
    assert step(**with_cell(cell)).rule == "table"


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (" ", '""'),
        ([], "a list"),
        (["Good", 1], "a list"),
        ({}, "the keys "),
        ({"at": "Good"}, "the keys at"),
        ({"at_or_above": "Good", "at_or_below": "Good"}, "the keys at_or_above, at_or_below"),
        (5, '"5"'),
    ],
)
def test_another_cell_is_refused(cell: object, found: str) -> None:
    assert refused(**with_cell(cell)) == (found, A_CELL)


@pytest.mark.parametrize(
    "edges",
    [
        {"from": 1},
        {"above": 1},
        {"to": 1},
        {"below": 1},
        {"from": 1, "to": 1},
        {"above": 1, "below": 2},
        {"from": 0, "below": 1},
    ],
)
def test_a_band_has_an_edge_or_two(edges: dict[str, int]) -> None:
    assert step(**with_band(**edges)).rule == "bands"


@pytest.mark.parametrize(
    ("edges", "found", "expected"),
    [
        ({}, "a band without an edge", "at least one of from, above, to, below"),
        ({"from": 0, "above": 0}, "from and above", "only one of from, above"),
        ({"to": 0, "below": 0}, "to and below", "only one of to, below"),
        (
            {"from": 2, "to": 1},
            "a band that holds no value (from 2 to 1)",
            "a lower edge below the upper one",
        ),
        (
            {"above": 1, "to": 1},
            "a band that holds no value (above 1 to 1)",
            "a lower edge below the upper one",
        ),
        (
            {"from": 1, "below": 1},
            "a band that holds no value (from 1 below 1)",
            "a lower edge below the upper one",
        ),
        (
            {"above": 1, "below": 1},
            "a band that holds no value (above 1 below 1)",
            "a lower edge below the upper one",
        ),
    ],
)
def test_another_band_is_refused(edges: dict[str, int], found: str, expected: str) -> None:
    assert refused(**with_band(**edges)) == (found, expected)


def test_only_one_level_is_named_in_a_condition() -> None:
    assert refused(**with_count(at_least=1, at="Good", below="Good")) == (
        "at, below",
        "only one of at, at_or_above, above, at_or_below, below",
    )
