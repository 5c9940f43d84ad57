"""The rules that are tried in another's place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import scale, step
from vfi.synthesis.plain import PlainRule, has_even_levels, plain_rules
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
