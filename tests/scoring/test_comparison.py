from __future__ import annotations

from tests.making import rubric_of, study_of
from vfi import compare, score

RUBRIC = rubric_of([1, 1])


def test_study_without_published_ratings_has_no_comparison() -> None:
    assert compare(score(study_of(RUBRIC, {"a": {"D1.1": "L1", "D2.1": "L1"}}))) is None


def test_differences_are_told_side_by_side_and_insufficient_evidence_can_be_published() -> None:
    published = {"D1": "L3", "D2": "Insufficient evidence", "overall": "L1"}
    comparison = compare(score(study_of(RUBRIC, {"a": {"D1.1": "L1", "D2.1": None}}, published)))
    assert comparison is not None
    assert [(row.node, row.published, row.computed, row.equal) for row in comparison.rows] == [
        ("D1", "L3", "L1", False),
        ("D2", "Insufficient evidence", "Insufficient evidence", True),
        ("overall", "L1", "L1", True),
    ]
    assert [row.node for row in comparison.differences] == ["D1"]


def test_a_rating_where_insufficient_evidence_was_published_is_a_difference() -> None:
    comparison = compare(score(study_of(RUBRIC, {"a": {"D1.1": "L1", "D2.1": None}}, {"D2": "L0"})))
    assert comparison is not None
    assert [(row.published, row.computed) for row in comparison.differences] == [
        ("L0", "Insufficient evidence")
    ]
