from dataclasses import replace
from fractions import Fraction

from tests.relational.studies import rubric_of, scale_of, study_of
from vfi.audit.published import PublishedDifference, SumChange, published_differences, sum_change
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import PublishedRating

LEVELS = [
    "Low",
    "Low",
    "Low",
    "High",
]  # the sum is 2 over 4 cases, so the mean 1/2 is Middle with ties up


EXCLUDE = {"missing": "exclude"}


def scored(published: str, ties: str = "up") -> Scorecard:
    rubric = rubric_of(
        {"A": ["A.1"]},
        synthesis={"criterion": {"rule": "mean", "ties": ties, "missing": "exclude"}},
    )
    study = study_of(rubric, {f"C{place}": {"A.1": level} for place, level in enumerate(LEVELS)})
    return score(replace(study, published=(PublishedRating("A.1", published, "page 3"),)))


def test_equal_ratings_are_no_difference() -> None:
    assert published_differences(scored("Middle")) == ()


def test_a_higher_rating_needs_the_sum_that_reaches_its_threshold() -> None:
    (found,) = published_differences(scored("High"))
    change = SumChange(Fraction(4), beyond=False, total=Fraction(2), entries=4)
    assert found == PublishedDifference("A.1", "High", "Middle", "page 3", ("best",), change)


def test_a_lower_rating_on_a_tie_needs_more_than_nothing_or_another_rule() -> None:
    (found,) = published_differences(scored("Low"))
    assert found.change == SumChange(Fraction(0), beyond=True, total=Fraction(2), entries=4)
    assert {"mean, ties down", "median, ties up", "mode, ties up", "worst"} <= set(found.rules)


def test_insufficient_evidence_has_no_threshold() -> None:
    (found,) = published_differences(scored("Insufficient evidence"))
    assert (found.rules, found.change) == ((), None)


def test_missing_evidence_that_counts_as_a_level_is_in_the_sum() -> None:
    step = {"rule": "mean", "ties": "up", "missing": {"as": "Low"}}
    rubric = rubric_of({"A": ["A.1"]}, synthesis={"criterion": step})
    study = study_of(rubric, {"K": {"A.1": "High"}, "L": {"A.1": None}})
    change = sum_change(score(study).node("A.1"), "High")
    assert change == SumChange(Fraction(1), beyond=False, total=Fraction(2), entries=2)


def test_only_the_sum_of_a_plain_mean_is_changed_and_only_to_another_level() -> None:
    weights = {"rule": "weighted mean", "ties": "up", "weights": {"A.1": 1, "A.2": 2}}
    for step in ({"rule": "median", "ties": "up"}, weights):
        rubric = rubric_of({"A": ["A.1", "A.2"]}, synthesis={"dimension": {**step, **EXCLUDE}})
        study = study_of(rubric, {"K": {"A.1": "High", "A.2": "High"}})
        assert sum_change(score(study).node("A"), "Low") is None
    mean = score(study_of(rubric_of({"A": ["A.1"]}), {"K": {"A.1": "High"}})).node("A")
    assert sum_change(mean, "High") is None
    assert sum_change(mean, "Unheard of") is None
    assert sum_change(mean, "Low") is not None


def test_levels_of_another_scale_are_put_through_no_other_rule() -> None:
    rubric = rubric_of(
        {"A": ["A.1"]},
        scales={"two": scale_of(["Absent", "Present"])},
        nodes={"A.1": {"scale": "two"}},
    )
    study = study_of(rubric, {"N": {"A.1": "Present"}})
    published = (PublishedRating("A", "High", "page 3"),)
    (found,) = published_differences(score(replace(study, published=published)))
    assert found.rules == ()
