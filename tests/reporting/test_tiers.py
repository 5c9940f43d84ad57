from __future__ import annotations

from tests.making import rubric_of
from tests.reporting.trees import three_tiers
from vfi.reporting.tiers import (
    groups_above,
    groups_between,
    in_order,
    indent,
    judged_tiers,
    nouns,
    role,
    tiers_of,
)
from vfi.scoring.models import Scorecard


def test_role_is_the_place_in_the_tree_and_not_the_name_of_the_tier(
    ragged_scored: Scorecard,
) -> None:
    rubric = ragged_scored.study.rubric
    roles = {name: role(rubric, name) for name in ("A1.s", "A1", "A", "B", "X", "Y", "overall")}
    assert roles == {
        "A1.s": "criterion",
        "A1": "group",
        "A": "group",
        "B": "group",
        "X": "dimension",
        "Y": "dimension",
        "overall": "overall",
    }


def test_rows_are_set_in_by_depth_in_a_tree_with_groups_only(ragged_scored: Scorecard) -> None:
    rubric = ragged_scored.study.rubric
    assert [indent(rubric, name) for name in ("X", "A", "A1", "A1.s", "overall")] == [0, 1, 2, 3, 0]
    assert {indent(rubric_of([2]), name) for name in ("D1.1", "D1", "overall")} == {0}


def test_groups_above_a_node_come_nearest_first(ragged_scored: Scorecard) -> None:
    rubric = ragged_scored.study.rubric
    assert groups_above(rubric, "A1.s") == ["A1", "A", "X"]
    assert groups_between(rubric, "A1.s") == ["A1", "A"]
    assert groups_between(rubric, "Y") == []


def test_table_rows_go_from_the_top_where_they_are_set_in_and_from_below_where_not() -> None:
    assert in_order(three_tiers(1, 1, 1)) == ["T1", "T1.1", "T1.1.1", "overall"]
    assert in_order(rubric_of([2])) == ["D1.1", "D1.2", "D1", "overall"]


def test_nodes_are_called_what_their_tiers_are_called(ragged_scored: Scorecard) -> None:
    rubric = ragged_scored.study.rubric
    assert nouns(rubric) == {
        "node": "Piece of evidence, facet, aim or end",
        "node_from_the_top": "End, aim, facet or piece of evidence",
        "nodes": "ends, their aims, their facets and their pieces of evidence",
        "judged": "piece of evidence, facet or aim",
        "a_judged": "a piece of evidence, a facet or an aim",
    }
    assert [tier.id for tier in judged_tiers(rubric)] == ["evidence", "aspect", "aim"]
    assert [tier.id for tier in tiers_of(rubric, ["X", "A1"])] == ["aspect", "end"]


def test_tree_of_two_tiers_has_the_usual_words() -> None:
    assert nouns(rubric_of([1])) == {
        "node": "Criterion or dimension",
        "node_from_the_top": "Dimension or criterion",
        "nodes": "dimensions and their criteria",
        "judged": "criterion",
        "a_judged": "a criterion",
    }
