"""Tiers, trees and steps of tiers that do not fit together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.rubric.consistency.making import Data, demo, told, told_after
from tests.rubrics import MEAN
from vfi.rubric.consistency.tiers import has_every_step, what_nodes_are
from vfi.rubric.models.rubric import Rubric

GROUP = {"id": "A9", "title": "A group", "question": "how good?"}


def with_tiers(*tiers: object) -> Callable[[Data], None]:
    """Tiers, each with a step."""

    def change(data: Data) -> None:
        names = [tier["id"] if isinstance(tier, dict) else str(tier) for tier in tiers]
        data |= {"tiers": list(tiers), "synthesis": dict.fromkeys((*names, "overall"), MEAN)}

    return change


def with_group_below(data: Data) -> None:
    """Criteria of a dimension put one tier lower."""
    dimension = data["dimensions"][0]
    dimension["groups"] = [GROUP | {"criteria": dimension.pop("criteria")}]


CASES: dict[str, tuple[Callable[[Data], Any], str]] = {
    "a tier a second time": (
        with_tiers("criterion", "dimension", "dimension"),
        'tiers[2].id: "dimension" a second time',
    ),
    "a tier that is the whole": (with_tiers("criterion", "overall"), 'tiers[1]: "overall"'),
    "one plural for two tiers": (
        with_tiers("criterion", {"id": "dimension", "plural": "criteria"}),
        'tiers[1]: the plural "criteria", which is that of criterion too',
    ),
    "a tree deeper than its tiers": (
        with_group_below,
        "dimensions[0].groups: groups below A, which is a dimension",
    ),
    "criteria without a tier of theirs": (
        with_tiers("dimension"),
        "dimensions[0].criteria: criteria below A, which is a dimension, of the lowest tier",
    ),
    "groups beside criteria": (
        lambda data: data["dimensions"][0].update(groups=[GROUP]),
        "dimensions[0]: groups and criteria right below A",
    ),
    "a step of no tier": (
        lambda data: data["synthesis"].update(domain=MEAN),
        "synthesis.domain: an unknown field",
    ),
    "no step of a tier": (
        lambda data: data["synthesis"].pop("dimension"),
        "synthesis.dimension: nothing",
    ),
    "a step of no tier in a perspective": (
        lambda data: data.update(
            perspectives=[{"id": "p", "title": "P", "reason": "r", "synthesis": {"domain": MEAN}}]
        ),
        "perspectives[0].synthesis.domain: an unknown field",
    ),
}


@pytest.mark.parametrize(("change", "expected"), CASES.values(), ids=CASES)
def test_what_does_not_fit_is_told(change: Callable[[Data], Any], expected: str) -> None:
    assert expected in told_after(change)


def three_tiers(data: Data) -> None:
    """Criteria under themes under dimensions, each tier with its step."""
    with_tiers("criterion", "theme", "dimension")(data)
    for dimension in data["dimensions"]:
        name = f"{dimension['id']}T"
        dimension["groups"] = [GROUP | {"id": name, "criteria": dimension.pop("criteria")}]


def test_a_tree_as_deep_as_its_tiers_fits() -> None:
    assert told_after(three_tiers) == []


def test_a_tier_needs_no_step_where_each_of_its_nodes_has_its_own() -> None:
    data = demo()
    del data["synthesis"]["dimension"]
    for dimension in data["dimensions"]:
        dimension["synthesis"] = MEAN
    assert told(data) == []
    assert has_every_step(Rubric.model_validate(data))
    del data["dimensions"][1]["synthesis"]
    assert not has_every_step(Rubric.model_validate(data))


def test_nodes_are_called_by_every_tier() -> None:
    data = demo()
    assert what_nodes_are(Rubric.model_validate(data)) == "a criterion or a dimension"
    three_tiers(data)
    rubric = Rubric.model_validate(data)
    assert what_nodes_are(rubric) == "a criterion, a theme or a dimension"
    assert what_nodes_are(rubric, "overall") == "a criterion, a theme, a dimension or overall"
    only = rubric.model_copy(update={"tiers": rubric.tiers[:1]})
    assert what_nodes_are(only) == "a criterion"
