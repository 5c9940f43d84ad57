from __future__ import annotations

from typing import Any

import pytest

from tests.relational.studies import MEAN, rubric_of
from vfi.relational.errors import CannotRecompute
from vfi.relational.plan import Plan, looked_at, stages, weight_unit
from vfi.rubric.models.rubric import Rubric

TWO = {"A": ["A.1", "A.2"], "B": ["B.1"]}


def hurdle(node: str, *when: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"h-{node}",
        "title": "H",
        "reason": "R",
        "kind": "hard",
        "node": node,
        "when": list(when),
    }


def groups(rubric: Rubric) -> list[tuple[tuple[str, ...], bool]]:
    """The nodes that are rated together, and whether judgements go in, in the order of rating."""
    return [(group.nodes, group.of_judgements) for group in Plan.of(rubric).groups]


def test_nodes_of_one_step_are_rated_together_after_what_is_below_them() -> None:
    assert groups(rubric_of(TWO)) == [
        (("A.1", "A.2", "B.1"), True),
        (("A.1", "A.2", "B.1"), False),
        (("A", "B"), False),
        (("overall",), False),
    ]


def test_a_step_of_its_own_makes_a_group_of_its_own() -> None:
    nodes = {"B": {"synthesis": {**MEAN, "ties": "down"}}}
    assert [nodes for nodes, _ in groups(rubric_of(TWO, nodes=nodes))][2:] == [
        ("A",),
        ("B",),
        ("overall",),
    ]


def test_a_node_waits_for_what_its_hurdles_look_at() -> None:
    rubric = rubric_of(TWO, hurdles=[hurdle("A.1", {"node": "B", "at": "Low"})])
    order = stages(rubric)
    assert order["B.1"] < order["B"] < order["A.1"] < order["A"] < order["overall"]


def test_hurdles_that_wait_for_each_other_have_no_order() -> None:
    circle = [hurdle("A", {"node": "B", "at": "Low"}), hurdle("B", {"node": "A", "at": "Low"})]
    with pytest.raises(CannotRecompute, match="wait for each other"):
        stages(rubric_of(TWO, hurdles=circle))


@pytest.mark.parametrize(
    ("node", "among", "expected"),
    [
        ("overall", "criteria", ("A.1", "A.2", "B.1")),
        ("overall", "dimensions", ("A", "B")),
        ("A", "criteria", ("A.1", "A.2")),
        ("overall", ["B", "A.1"], ("B", "A.1")),
    ],
)
def test_a_count_looks_at_the_nodes_that_it_names_or_that_are_below(
    node: str, among: Any, expected: tuple[str, ...]
) -> None:
    rubric = rubric_of(TWO, hurdles=[hurdle(node, {"at_least": 1, "at": "Low", "among": among})])
    assert looked_at(rubric.hurdles[0], rubric) == expected


def test_weights_have_a_unit_that_makes_them_whole() -> None:
    weights = {"rule": "weighted mean", "weights": {"A": "1/2", "B": "2/3"}}
    rubric = rubric_of(TWO, synthesis={"overall": {**MEAN, **weights}})
    assert weight_unit(rubric.step_of("overall")) == 6
    assert weight_unit(rubric.step_of("A")) == 1
