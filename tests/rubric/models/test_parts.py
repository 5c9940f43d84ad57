"""The tree of a rubric, at any depth."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import MEAN, criterion, step
from vfi.rubric.models.parts import Group, add_kinds, each_after_those_below, with_steps


def group(name: str, *criteria: str, groups: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A group of criteria and of further groups."""
    return {
        "id": name,
        "title": f"Group {name}",
        "question": "how good?",
        "criteria": [criterion(below) for below in criteria],
        "groups": list(groups),
    }


TREE = Group.model_validate(
    group("T", groups=(group("A", "A1", "A2"), group("B"), group("C", groups=(group("D", "D1"),))))
)


def test_a_group_with_nothing_below_it_is_judged_itself() -> None:
    assert [part.id for part in TREE.judged] == ["A1", "A2", "B", "D1"]
    assert [below.id for below in TREE.below] == ["A", "B", "C"]
    assert not TREE.is_holistic
    assert TREE.groups[1].is_holistic


def test_a_tree_is_walked_from_the_top_and_rated_from_below() -> None:
    assert [part.id for part in TREE.walk()] == ["T", "A", "A1", "A2", "B", "C", "D", "D1"]
    rated = list(each_after_those_below(TREE))
    assert rated == ["A1", "A2", "A", "B", "D1", "D", "C", "T"]


def test_columns_have_the_short_title_of_a_criterion_and_the_title_of_a_group() -> None:
    short = criterion("A1", title="A long title", short="Short")
    made = Group.model_validate(group("A") | {"criteria": [short, criterion("A2", title="Other")]})
    assert [part.label for part in made.walk()] == ["Group A", "Short", "Other"]


def test_steps_are_put_in_place_at_any_depth_and_others_stay() -> None:
    worst = step(rule="worst")
    data = group("T", groups=(group("A", "A1"), group("B")))
    data["groups"][1]["synthesis"] = MEAN
    changed = with_steps(Group.model_validate(data), {"A1": worst, "T": worst})
    rules = {part.id: part.synthesis and part.synthesis.rule for part in changed.walk()}
    assert rules == {"T": "worst", "A": None, "A1": "worst", "B": "mean"}


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        (
            ("criterion", "theme", "area", "domain"),
            {"T": "domain", "A": "area", "C": "area", "D": "theme", "D1": "criterion"},
        ),
        (
            ("criterion", "theme"),
            {"T": "theme", "A": "criterion", "C": "criterion", "D": "criterion", "D1": "criterion"},
        ),
    ],
    ids=["as deep as the tiers", "deeper"],
)
def test_a_node_is_of_the_tier_as_deep_as_it_stands_and_of_the_lowest_if_deeper(
    tiers: tuple[str, ...], expected: dict[str, str]
) -> None:
    kinds: dict[str, str] = {}
    add_kinds(kinds, TREE, tiers)
    assert {node: kinds[node] for node in expected} == expected
    assert kinds.keys() == {part.id for part in TREE.walk()}
