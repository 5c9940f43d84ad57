from __future__ import annotations

from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.rescoring import applied, rescore
from vfi.study.loading import load_study

STUDY = "domestic-abuse-duty-2025"


def with_scores(rubric: Rubric) -> Rubric:
    """The rubric with the overall rating from unrounded scores."""
    overall = rubric.synthesis["overall"].model_copy(update={"of": "scores"})
    return rubric.with_steps({"overall": overall})


def test_the_same_rubric_changes_nothing() -> None:
    study = load_study(STUDY)
    rescoring = rescore(study, study.rubric, study.rubric)
    assert rescoring.changes == ()
    assert (rescoring.left_out, rescoring.unjudged) == ((0, 0), 0)


def test_scores_instead_of_ratings_make_the_overall_rating_adequate() -> None:
    # Of the published 19 x 13 grid the ratings average to 1.5, which is Good; the scores to 1.4548,
    # which is not.
    study = load_study(STUDY)
    rescoring = rescore(study, study.rubric, with_scores(study.rubric))
    overall = next(change for change in rescoring.changes if change.case is None)
    assert (overall.node, overall.before, overall.after) == ("overall", "Good", "Adequate")


def test_judgements_without_a_place_are_left_out_and_absent_ones_counted() -> None:
    study = load_study(STUDY)
    first, *others = study.rubric.dimensions
    fields = {name: getattr(study.rubric, name) for name in Rubric.model_fields}
    fewer = Rubric.model_construct(**(fields | {"dimensions": tuple(others)}))
    there = rescore(study, study.rubric, fewer)
    left_out = len(first.criteria) * len(study.cases)
    assert (there.left_out, there.unjudged) == ((0, left_out), 0)
    assert ("E1", "") in {(change.node, change.after) for change in there.changes}
    back = rescore(applied(study, fewer), fewer, study.rubric)
    assert (back.left_out, back.unjudged) == ((0, 0), left_out)


def test_readings_of_indicators_without_a_place_are_left_out() -> None:
    study = load_study("idva-coverage-2017")
    other = load_rubric("vfi-generic")
    assert study.readings
    assert applied(study, other).readings == ()
    assert rescore(study, study.rubric, other).left_out == (0, len(study.judgements))


def test_each_rating_that_changes_is_told_once() -> None:
    study = load_study(STUDY)
    changes = rescore(study, study.rubric, with_scores(study.rubric)).changes
    assert len({(change.case, change.node) for change in changes}) == len(changes) > 1
