from dataclasses import replace
from fractions import Fraction

from tests.relational.studies import rubric_of, study_of
from vfi.audit.published import PublishedDifference, SumChange, published_differences
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import PublishedRating

LEVELS = [
    "Low",
    "Low",
    "Low",
    "High",
]  # the sum is 2 over 4 cases, so the mean 1/2 is Middle with ties up


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
