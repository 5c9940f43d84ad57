from __future__ import annotations

from fractions import Fraction

import pytest

from tests import rubrics
from tests.making import SHIPPED_STUDY, rubric_of, study_of
from vfi.problems import NotFound
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.scoring.unrounded import of_scores
from vfi.study.loading import load_study

GRID = {"a": {"D1.1": "L2", "D2.1": "L1"}, "b": {"D1.1": "L1", "D2.1": "L0"}}


def test_scores_of_scores_are_those_of_the_notes_of_the_shipped_rubric() -> None:
    card = score(load_study(SHIPPED_STUDY))
    node = of_scores(card, "overall")
    assert node is not None
    assert (node.result, round(float(node.value or 0), 4)) == ("Adequate", 1.4548)
    assert card.overall.result == "Good"


def test_steps_that_take_ratings_take_scores_instead() -> None:
    """D1 has a mean of 3/2, rated L2, and D2 one of 1/2, rated L1: the ratings average 3/2, the
    scores 1.
    """
    card = score(study_of(rubric_of([1, 1]), GRID))
    node = of_scores(card, "overall")
    assert (card.overall.value, node and node.value) == (Fraction(3, 2), Fraction(1))


@pytest.mark.parametrize(
    "overall",
    [
        {"rule": "worst", "missing": "exclude"},
        {"rule": "mode", "ties": "up", "missing": "exclude"},
    ],
)
def test_rules_that_compare_levels_have_none(overall: dict[str, str]) -> None:
    plain = rubrics.rubric_data(
        [rubrics.dimension("A", ["A1"])],
        synthesis={"criterion": rubrics.MEAN, "dimension": rubrics.MEAN, "overall": overall},
    )
    card = score(rubrics.study(Rubric.model_validate(plain), {"a": {"A1": "Good"}}))
    assert of_scores(card, "overall") is None
    below = of_scores(card, "A")
    assert below is not None
    assert below.value == 2


def test_a_node_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFound):
        of_scores(score(study_of(rubric_of([1, 1]), GRID)), "E9")


BANDS = {
    "rule": "bands",
    "missing": "exclude",
    "bands": [{"rating": "Poor", "below": 1}, {"rating": "Good", "from": 1}],
}


@pytest.mark.parametrize(("on", "value"), [("percentage", None), ("sum", None), ("mean", 2)])
def test_scores_in_another_unit_cannot_be_averaged(on: str, value: int | None) -> None:
    """A lies between two bands of the unit; beside it B is a plain mean."""
    of = rubrics.rubric(
        [
            rubrics.dimension("A", ["A1"], synthesis=BANDS | {"on": on}),
            rubrics.dimension("B", ["B1"]),
        ]
    )
    card = score(rubrics.study(of, {"a": {"A1": "Good", "B1": "Good"}}))
    node = of_scores(card, "overall")
    assert (node and node.value) == value


def test_a_node_on_which_cases_are_judged_is_as_it_is() -> None:
    card = score(study_of(rubric_of([1, 1]), GRID))
    assert of_scores(card, "D1.1") == card.node("D1.1")
