"""What nodes and scorecards tell of themselves."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from tests.rubrics import dimension, rubric, study
from vfi.problems import NotFound
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score

CAP = {
    "id": "h",
    "title": "H",
    "reason": "r",
    "kind": "soft",
    "cap": "Adequate",
    "node": "A",
    "when": [{"node": "A1", "at": "Good"}],
}


def scorecard(level: str | None = "Good") -> Scorecard:
    of = rubric([dimension("A", ["A1", "A2"]), dimension("B")], hurdles=[CAP])
    return score(study(of, {"L": {"A1": level, "A2": "Excellent", "B": None}}))


def test_a_score_is_no_higher_than_the_level_that_a_hurdle_left() -> None:
    node = scorecard().node("A")
    assert (node.value, node.before, node.rating) == (Fraction(5, 2), "Excellent", "Adequate")
    assert node.score == 1
    assert [outcome.hurdle.id for outcome in node.lowered_by] == ["h"]
    assert scorecard("Excellent").node("A").score == 3


def test_what_has_no_rating_is_told_by_its_state() -> None:
    node = scorecard().node("B")
    assert (node.rating, node.result, node.score) == (None, "Insufficient evidence", None)


def test_inputs_without_a_level_are_excluded() -> None:
    overall = scorecard().overall
    assert [entry.id for entry in overall.counted] == ["A"]
    assert [entry.id for entry in overall.excluded] == ["B"]


def test_nodes_are_in_the_order_of_the_rubric_and_found_by_id() -> None:
    found = scorecard()
    assert list(found.nodes) == ["A1", "A2", "A", "B", "overall"]
    assert [(node.case, node.id) for node in found.walk()][5:] == [
        ("L", "A"),
        ("L", "B"),
        ("L", "overall"),
    ]
    with pytest.raises(NotFound, match='did you mean "overall"'):
        found.node("overal")
    with pytest.raises(NotFound, match='no case "M"'):
        found.case("M")


def test_a_scorecard_its_nodes_and_its_cases_say_what_they_are() -> None:
    made = scorecard()
    assert made.coverage == "2 of 3 judged"
    assert repr(made) == (
        "<Scorecard of 'demo-study' by demo 1: 'Adequate', 2 of 3 judged, 1 case>"
    )
    assert repr(made.node("A")) == "<Node 'A': 'Adequate', value=5/2>"
    assert repr(made.node("B")) == "<Node 'B': 'Insufficient evidence'>"
    assert repr(made.case("L")) == "<CaseScore 'L': 'Adequate'>"
    assert repr(made.case("L").overall).endswith(", case='L'>")


def test_a_scorecard_gives_its_document_as_data_and_text_and_its_rows() -> None:
    made = scorecard()
    assert json.loads(made.to_json()) == made.to_dict()
    header, *rows = made.rows()
    assert [row[header.index("id")] for row in rows][:5] == ["A1", "A2", "A", "B", "overall"]


HOLE = {
    "rule": "bands",
    "on": "mean",
    "missing": "exclude",
    "bands": [{"rating": "Poor", "to": 1}, {"rating": "Good", "from": 2}],
}


def test_a_node_without_a_rating_has_no_score() -> None:
    of = rubric([dimension("A", ["A1", "A2"], synthesis=HOLE)])
    node = score(study(of, {"N": {"A1": "Good", "A2": "Adequate"}})).node("A")
    assert (node.rating, node.value, node.score) == (None, Fraction(3, 2), None)
