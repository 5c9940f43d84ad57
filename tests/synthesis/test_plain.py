"""The rules that are tried in another's place."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.rubrics import scale, step
from vfi.synthesis.plain import ALTERNATIVES, PlainRule, has_even_levels, plain_rules
from vfi.synthesis.rules import name_of
from vfi.synthesis.rules.mean import Mean
from vfi.synthesis.rules.worst import Worst


def test_every_rule_that_needs_nothing_is_there_with_each_of_its_conventions() -> None:
    names = [str(rule) for rule in plain_rules()]
    assert len(set(names)) == len(names)
    assert {"mean, ties up", "mean, ties down", "mode, ties up", "worst", "best"} <= set(names)
    assert not any(name.startswith(("table", "counting", "bands", "weighted")) for name in names)


def test_ties_go_to_the_even_level_only_where_they_can() -> None:
    added = set(map(str, plain_rules(with_even=True))) - set(map(str, plain_rules()))
    assert added
    assert all(name.endswith(", ties even") for name in added)


def test_only_rules_that_make_a_number_take_scores_as_well() -> None:
    of_scores = [rule for rule in plain_rules(("ratings", "scores")) if rule.of == "scores"]
    assert "mean of scores, ties up" in map(str, of_scores)
    assert all(rule.takes_values for rule in of_scores)
    assert not any(rule.name in ("worst", "best", "mode") for rule in of_scores)


def test_in_place_of_a_step_all_stays_that_it_says_of_missing_evidence() -> None:
    before = step(rule="worst", missing={"as": "Poor"}, minimum_coverage="1/2", scale="four")
    after = PlainRule(Mean, "down", "scores").in_place_of(before)
    assert (after.rule, after.of, after.tie_convention) == ("mean", "scores", "down")
    assert (after.missing, after.minimum_coverage, after.scale) == (
        before.missing,
        before.minimum_coverage,
        "four",
    )
    assert PlainRule(Worst).in_place_of(after).rule == "worst"


@pytest.mark.parametrize(
    ("values", "has_them"),
    [
        ([0, 1, 2, 3], True),
        ([1, 4, 7], True),
        ([0, 2, 3], False),
        ([1, 3], False),
        ([0, "1/2", 1], False),
    ],
)
def test_levels_are_even_in_turn_or_a_tie_has_no_even_one(
    values: list[Any], has_them: bool
) -> None:
    levels = [(f"L{place}", value) for place, value in enumerate(values)]
    assert has_even_levels(scale(levels)) is has_them


OF_LEVELS = ["mode, ties up", "mode, ties down", "worst", "best"]


def test_in_another_rules_place_is_tried_what_is_commonly_used() -> None:
    assert [name_of(rule) for rule in ALTERNATIVES] == ["mean", "median", "mode", "worst", "best"]


def test_each_is_there_with_every_convention_of_its_ties() -> None:
    of_values = ["mean, ties up", "mean, ties down", "median, ties up", "median, ties down"]
    assert [str(rule) for rule in plain_rules()] == [*of_values, *OF_LEVELS]


def test_ties_go_to_the_even_level_only_where_that_is_asked_for() -> None:
    with_even = {str(rule) for rule in plain_rules(with_even=True)}
    without = {str(rule) for rule in plain_rules()}
    assert with_even - without == {"mean, ties even", "median, ties even"}
    assert without <= with_even


def test_those_that_take_values_take_scores_too_and_the_others_only_the_first_thing() -> None:
    every = [str(rule) for rule in plain_rules(("ratings", "scores"))]
    of_scores = [words for words in every if " of scores" in words]
    assert of_scores == [
        "mean of scores, ties up",
        "mean of scores, ties down",
        "median of scores, ties up",
        "median of scores, ties down",
    ]
    assert [words for words in every if words in OF_LEVELS] == OF_LEVELS
    assert len(every) == 12


def test_a_plain_rule_makes_a_step_with_what_is_said_of_missing_evidence() -> None:
    mean, worst = PlainRule(Mean, "down", "scores"), PlainRule(Worst)
    assert (mean.takes_values, worst.takes_values) == (True, False)
    assert mean.step("exclude") == step(rule="mean", ties="down", of="scores")
    assert worst.step({"as": "Poor"}) == step(rule="worst", missing={"as": "Poor"})
    other = step(rule="best", missing={"as": "Good"}, minimum_coverage="1/2", scale="other")
    assert worst.in_place_of(other) == step(
        rule="worst", missing={"as": "Good"}, minimum_coverage="1/2", scale="other"
    )


@pytest.mark.parametrize(
    ("values", "has"),
    [
        ((0, 1, 2, 3), True),
        ((1, 4, 7), True),
        ((0, 1, 3), False),
        ((0, 2, 3), False),
        ((0, 3, 5), False),
        ((1, 3), False),
        ((0, Fraction(1, 2)), False),
        ((Fraction(1, 2), Fraction(3, 2)), False),
        ((Fraction(1, 2), Fraction(1, 2) + 2), False),
        ((Fraction(-1, 2), Fraction(3, 2)), False),
    ],
)
def test_of_neighbouring_levels_one_is_even_where_whole_numbers_take_turns(
    values: tuple[Fraction | int, ...], has: bool
) -> None:
    own = scale([(f"L{place}", value) for place, value in enumerate(values)])
    assert has_even_levels(own) == has
