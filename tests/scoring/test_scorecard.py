from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.making import RUBRIC, make_study, rubric_of, study_of
from tests.rubrics import MEAN, TWO, dimension, rubric, scale_data, study
from vfi import NotFound, load_study, score


def test_a_small_study_by_hand(tmp_path: Path) -> None:
    scorecard = score(load_study(make_study(tmp_path)))
    assert {node.id: (node.value, node.rating) for node in scorecard.nodes.values()} == {
        "A.1": (Fraction(3, 2), "High"),
        "A.2": (Fraction(1), "Middle"),
        "A": (Fraction(3, 2), "High"),
        "B.1": (Fraction(1), "Middle"),
        "B": (Fraction(1), "Middle"),
        "overall": (Fraction(3, 2), "High"),
    }
    north, south = scorecard.cases
    assert [(node.value, node.rating) for node in (*north.dimensions, north.overall)] == [
        (Fraction(3, 2), "High"),
        (Fraction(0), "Low"),
        (Fraction(1), "Middle"),
    ]
    assert south.levels == {"A.1": "Middle", "A.2": None, "B.1": "High"}
    assert [(node.judged, node.missing) for node in south.dimensions] == [(1, 1), (1, 0)]


def test_steps_may_take_unrounded_scores(tmp_path: Path) -> None:
    scorecard = score(
        load_study(make_study(tmp_path, {}, RUBRIC.replace("of: ratings", "of: scores")))
    )
    assert (scorecard.node("A").value, scorecard.node("A").rating) == (Fraction(5, 4), "Middle")
    assert (scorecard.overall.value, scorecard.overall.rating) == (Fraction(9, 8), "Middle")


def test_a_dimension_without_evidence_is_left_out_of_the_whole() -> None:
    rubric = rubric_of([1, 2])
    scorecard = score(study_of(rubric, {"a": {"D1.1": "L3", "D2.1": None, "D2.2": None}}))
    assert (scorecard.node("D2").rating, scorecard.node("D2").value) == (None, None)
    assert (scorecard.overall.rating, scorecard.overall.value) == ("L3", Fraction(3))
    assert [entry.id for entry in scorecard.overall.excluded] == ["D2"]
    assert (scorecard.overall.judged, scorecard.overall.missing) == (1, 2)


def test_a_study_without_any_evidence_has_no_rating() -> None:
    scorecard = score(study_of(rubric_of([1]), {"a": {"D1.1": None}}))
    assert {(node.rating, node.value, node.margin) for node in scorecard.walk()} == {
        (None, None, None)
    }


def test_unknown_node_and_case_name_the_nearest() -> None:
    scorecard = score(study_of(rubric_of([1]), {"North": {"D1.1": "L1"}}))
    with pytest.raises(
        NotFound, match=r'no node "D11" \(did you mean "D1\.1"\?\); known are D1\.1, D1, overall'
    ):
        scorecard.node("D11")
    with pytest.raises(
        NotFound, match=r'no case "north" \(did you mean "North"\?\); known are North'
    ):
        scorecard.case("north")


def test_a_score_counts_by_the_scale_that_it_lies_on() -> None:
    """A is 2 of 3 at most, B on its own scale 1 of 1 at most: 3 of 4 is 75%; on one scale it would
    be 3 of 6, 50%.
    """
    bands = [{"rating": "Poor", "below": 60}, {"rating": "Good", "from": 60}]
    overall = {
        "rule": "bands",
        "on": "percentage",
        "rounded": "none",
        "bands": bands,
        "missing": "exclude",
    }
    for of in ("scores", "ratings"):
        built = rubric(
            [dimension("A", ["A1"]), dimension("B", scale="other")],
            scales={"other": scale_data(TWO)},
            synthesis={"criterion": MEAN, "dimension": MEAN, "overall": overall | {"of": of}},
        )
        scorecard = score(study(built, {"K": {"A1": "Good", "B": "Present"}}))
        assert (scorecard.overall.value, scorecard.overall.rating) == (Fraction(75), "Good")
        assert (scorecard.cases[0].overall.value, scorecard.cases[0].overall.rating) == (
            Fraction(75),
            "Good",
        )
