"""In which order nodes are rated: what a hurdle looks at comes before what it limits."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rubrics import dimension, rubric, study
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.synthesis.tree import circle, dependencies, is_a_tree, resting_on

GRID = {"A1": "Excellent", "A2": "Excellent", "B1": "Excellent"}


def with_hurdles(*hurdles: tuple[str, dict[str, Any]]) -> Rubric:
    """Dimensions A and B, with a hurdle of one condition on each node named, down to Poor."""
    return rubric(
        [dimension("A", ["A1", "A2"]), dimension("B", ["B1"])],
        hurdles=[
            {
                "id": f"h{place}",
                "title": "h",
                "reason": "r",
                "kind": "hard",
                "node": node,
                "when": [when],
            }
            for place, (node, when) in enumerate(hurdles)
        ],
    )


def ratings(of: Rubric, **changed: str) -> dict[str, str | None]:
    card = score(study(of, {"K": GRID | changed}))
    return {node.id: node.rating for node in card.nodes.values()}


@pytest.mark.parametrize(
    "chain",
    [
        [("A1", "B"), ("B1", "A2")],
        [("B1", "A"), ("A1", "A2")],
        [("A", "B"), ("B", "A1")],
        [("B", "A"), ("A2", "A1"), ("B1", "A2")],
    ],
)
def test_a_hurdle_looks_at_what_other_hurdles_have_left(chain: list[tuple[str, str]]) -> None:
    """Each looks at a node that another limits or that rests on one: all are Poor in the end."""
    of = with_hurdles(*((node, {"node": seen, "below": "Excellent"}) for node, seen in chain))
    assert {ratings(of)[node] for node, _ in chain} == {"Excellent"}
    (first,) = {seen for _, seen in chain if seen in GRID} - {node for node, _ in chain}
    assert {ratings(of, **{first: "Poor"})[node] for node, _ in chain} == {"Poor"}


def test_a_count_looks_at_what_other_hurdles_have_left() -> None:
    of = with_hurdles(
        ("overall", {"at_least": 1, "at": "Poor", "among": "dimensions"}),
        ("B1", {"at_least": 1, "at": "Poor", "among": ["A1", "A2"]}),
        ("B", {"at_least": 1, "at": "Poor", "among": "criteria"}),
    )
    assert set(ratings(of).values()) == {"Excellent"}
    after = ratings(of, A2="Poor")
    assert (after["B1"], after["B"], after["overall"]) == ("Poor", "Poor", "Poor")


def test_hurdles_that_wait_for_each_other_cannot_be_rated() -> None:
    circle = with_hurdles(("A", {"node": "B", "at": "Poor"}), ("B", {"node": "A", "at": "Poor"}))
    with pytest.raises(ValueError, match="cycle"):
        score(study(circle, {"K": GRID}))


def test_a_node_below_itself_is_no_tree() -> None:
    assert is_a_tree(rubric([dimension("A", ["A1", "A2"]), dimension("B", ["B1"])]))
    assert not is_a_tree(rubric([dimension("A", ["A1", "A"]), dimension("B", ["B1"])]))
    assert not is_a_tree(rubric([dimension("overall"), dimension("B", ["B1"])]))


def test_nodes_that_wait_for_each_other_are_told_with_the_first_of_them_again_at_the_end() -> None:
    waiting = circle(
        with_hurdles(("A", {"node": "B", "at": "Poor"}), ("B", {"node": "A", "at": "Poor"}))
    )
    assert (set(waiting), len(waiting), waiting[0]) == ({"A", "B"}, 3, waiting[-1])
    assert circle(with_hurdles(("A", {"node": "B", "at": "Poor"}))) == ()


def test_a_node_waits_for_what_is_below_it_and_for_what_its_hurdles_look_at() -> None:
    of = with_hurdles(
        ("A", {"node": "B1", "at": "Poor"}),
        ("A", {"node": "elsewhere", "at": "Poor"}),
        ("nowhere", {"node": "A", "at": "Poor"}),
    )
    assert dependencies(of) == {
        "A1": [],
        "A2": [],
        "A": ["A1", "A2", "B1"],
        "B1": [],
        "B": ["B1"],
        "overall": ["A", "B"],
    }


def test_a_node_rests_on_all_that_is_below_it() -> None:
    of = with_hurdles()
    assert resting_on(of, "overall") == {"A", "A1", "A2", "B", "B1"}
    assert resting_on(of, "A") == {"A1", "A2"}
    assert resting_on(of, "A1") == set()
