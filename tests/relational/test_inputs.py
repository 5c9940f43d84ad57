from __future__ import annotations

from fractions import Fraction

import pytest

from tests.relational.studies import MEAN, assert_equal, rubric_of, scale_of, study_of

GRID = {"N": {"A.1": "High", "A.2": "Middle"}, "S": {"A.1": "Middle", "A.2": "Middle"}}


@pytest.mark.parametrize(("of", "value"), [("ratings", Fraction(3, 2)), ("scores", Fraction(5, 4))])
def test_what_is_below_enters_with_its_level_or_with_its_score(of: str, value: Fraction) -> None:
    """A.1 is 3/2, which is High, and A.2 is 1."""
    rubric = rubric_of({"A": ["A.1", "A.2"]}, synthesis={"dimension": {**MEAN, "of": of}})
    assert assert_equal(study_of(rubric, GRID))[None, "A"].value == value


def test_a_level_that_stands_for_missing_evidence_has_the_value_of_each_scale() -> None:
    low_is_one = scale_of(["Low", "High"], [1, 5])
    rubric = rubric_of(
        {"A": ["A.1", "A.2"]},
        scales={"other": low_is_one},
        nodes={"A.2": {"scale": "other"}},
        synthesis={"dimension": {**MEAN, "missing": {"as": "Low"}}},
    )
    figures = assert_equal(study_of(rubric, {"N": {"A.1": None, "A.2": None}}))
    assert figures["N", "A"].value == Fraction(1, 2)
    assert (figures["N", "A"].judged, figures["N", "A"].missing) == (0, 2)


def test_judgements_of_all_cases_go_into_a_criterion_with_equal_weight() -> None:
    rubric = rubric_of({"A": ["A.1", "A.2"]})
    figures = assert_equal(study_of(rubric, GRID | {"W": {"A.1": None, "A.2": "Low"}}))
    assert (figures[None, "A.1"].value, figures[None, "A.1"].missing) == (Fraction(3, 2), 1)
    assert figures[None, "A.2"].value == Fraction(2, 3)
