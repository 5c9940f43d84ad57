"""What a search in a study starts from."""

from __future__ import annotations

from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.limits import VECTORS, VECTORS_AT_ONCE
from vfi.robustness.search.leaves import is_scored, leaves_of, watching_of
from vfi.study.models import Failure

MEDIAN = {"rule": "median", "ties": "up", "missing": "exclude"}
SCORES = MEAN | {"of": "scores"}
GRID = {"K": {"A1": "Good", "A2": "Poor", "B": None}, "L": {"A1": "Good", "A2": None, "B": "Good"}}


def test_each_criterion_and_holistic_dimension_is_a_leaf_with_its_judgements() -> None:
    built = rubric([dimension("A", ["A1", "A2"]), dimension("B", synthesis=MEDIAN)])
    leaves = leaves_of(study(built, GRID))
    assert list(leaves) == ["A1", "A2", "B"]
    assert leaves["A1"].column.counts == (0, 0, 2, 0)
    assert (leaves["A2"].column.cases[0], leaves["A2"].column.missing) == (("K",), ("L",))
    assert [leaf.step.rule for leaf in leaves.values()] == ["mean", "mean", "median"]


def test_the_score_of_a_node_is_seen_where_the_step_right_above_it_takes_scores() -> None:
    built = rubric([dimension("A", ["A1"], synthesis=SCORES), dimension("B")])
    assert [node for node in built.node_ids if is_scored(node, built)] == ["A1"]
    leaves = leaves_of(study(built, {"K": {"A1": "Good", "B": "Good"}}))
    assert [leaf.scored for leaf in leaves.values()] == [True, False]


def test_leaves_that_a_sum_does_not_decide_share_the_spreads_that_may_be_looked_at() -> None:
    names = [f"A{place}" for place in range(4)]
    grid = {"K": dict.fromkeys(names, "Good")}
    for spread, each in ((0, VECTORS_AT_ONCE), (2, VECTORS_AT_ONCE), (4, VECTORS // 4)):
        criteria = [
            {"id": name, "title": name, "meaning": "m"} | ({"synthesis": MEDIAN} if is_one else {})
            for name, is_one in zip(names, [True] * spread + [False] * 4, strict=False)
        ]
        leaves = leaves_of(study(rubric([dimension("A", criteria)]), grid))
        assert {leaf.vectors for leaf in leaves.values()} == {each}


def test_failures_are_counted_by_what_failed() -> None:
    built = rubric([dimension("B")])
    records = [
        Failure(case, failure, "so") for case, failure in (("K", "f"), ("L", "f"), ("K", "g"))
    ]
    watching = watching_of(study(built, {"K": {"B": "Good"}, "L": {"B": None}}, failures=records))
    assert watching.rubric is built
    assert dict(watching.failures) == {"f": 2, "g": 1}
