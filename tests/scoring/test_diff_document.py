from __future__ import annotations

from tests.scoring.test_rescoring import STUDY, with_scores
from vfi.inspection.diff import differences
from vfi.scoring.diff_document import diff_document, diff_rows
from vfi.scoring.rescoring import rescore
from vfi.study.loading import load_study


def test_ratings_stand_in_it_only_where_a_study_was_scored() -> None:
    rubric = load_study(STUDY).rubric
    changes = differences(rubric, with_scores(rubric))
    document = diff_document(rubric, with_scores(rubric), changes, None)
    assert (document["schema"], document["before"]["id"]) == ("vfi.rubric-diff/1", rubric.id)
    assert [(entry["kind"], entry["part"]) for entry in document["changes"]] == [
        (change.kind, change.part) for change in changes
    ]
    assert "ratings" not in document
    assert len(diff_rows(changes, None)) == 1 + len(changes)


def test_a_rating_that_becomes_another_follows_the_differences() -> None:
    study = load_study(STUDY)
    other = with_scores(study.rubric)
    changes, rescoring = differences(study.rubric, other), rescore(study, study.rubric, other)
    ratings = diff_document(study.rubric, other, changes, rescoring)["ratings"]
    assert ratings["left_out"] == {"before": 0, "after": 0}
    overall = next(entry for entry in ratings["changes"] if entry["case"] is None)
    assert (overall["node"], overall["before"], overall["after"]) == ("overall", "Good", "Adequate")
    assert ("rating", "overall", "", "Good", "Adequate") in diff_rows(changes, rescoring)
