from dataclasses import replace
from fractions import Fraction

import pytest

from tests.relational.studies import rubric_of, study_of
from vfi.audit.recomputation import Disagreement, audit, study_under
from vfi.problems import NotFound, UserError
from vfi.relational.figures import RecomputedNode
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.synthesis import intervals

EXCLUDE = {"missing": "exclude"}
GRID = {"N": {"A.1": "High"}, "S": {"A.1": "Middle"}}


def test_the_shipped_study_is_recomputed_to_the_digit() -> None:
    """19 cases with 13 judgements, 4 dimensions and an overall rating each, and the same 18 nodes
    over all of them.
    """
    audited = audit(score(load_study("domestic-abuse-duty-2025")))
    assert (audited.equal, len(audited.figures)) == (20 * 18, 20 * 18)
    assert (audited.differences, audited.published) == ((), ())
    assert (
        RecomputedNode(None, "overall", "rated", "Good", Fraction(3, 2), 244, 3) in audited.figures
    )


def test_a_fault_in_the_rounding_of_the_scoring_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    study = study_of(rubric_of({"A": ["A.1"]}), GRID)
    monkeypatch.setattr(intervals, "goes_up", lambda *_: False)
    audited = audit(score(study))
    assert Disagreement(None, "A.1", "rating", "Middle", "High") in audited.differences
    assert audited.equal < len(audited.figures)


def test_a_judgement_that_scoring_does_not_take_as_it_was_read_is_shown_to_the_digit() -> None:
    rubric = rubric_of({"A": ["A.1"]})
    read = study_of(rubric, GRID | {"N": {"A.1": "Low"}})
    scorecard = score(replace(study_of(rubric, GRID), rows=read.rows))
    assert Disagreement(None, "A.1", "value", "3/2", "1/2") in audit(scorecard).differences


def test_a_case_that_only_one_path_knows_is_a_difference() -> None:
    rubric = rubric_of({"A": ["A.1"]})
    read = study_of(rubric, GRID | {"W": {"A.1": "High"}})
    scorecard = score(replace(study_of(rubric, GRID), rows=read.rows))
    assert Disagreement("W", "A.1", "node", "not there", "High") in audit(scorecard).differences


def test_a_study_without_files_cannot_be_recomputed() -> None:
    study = replace(study_of(rubric_of({"A": ["A.1"]}), GRID), rows={})
    with pytest.raises(UserError, match="not read from files"):
        audit(score(study))


def test_a_perspective_is_recomputed_with_its_own_steps() -> None:
    worst = {
        "id": "worst",
        "title": "W",
        "reason": "?",
        "synthesis": {"criterion": {"rule": "worst", **EXCLUDE}},
    }
    study = study_of(rubric_of({"A": ["A.1"]}, perspectives=[worst]), GRID)
    audited = audit(score(study_under(study, "worst")))
    assert (audited.differences, audited.figures[0].rating) == ((), "Middle")
    assert audit(score(study)).figures[0].rating == "High"
    with pytest.raises(NotFound, match="known are worst"):
        study_under(study, "best")
