import pytest

from tests.rubrics import dimension, rubric, study
from vfi.problems import NotFound
from vfi.scoring.perspectives import score_perspectives
from vfi.scoring.scorecard import score

OF = rubric(
    [dimension("A", ["A1"]), dimension("B", ["B1"]), dimension("C")],
    perspectives=[
        {
            "id": "survivors",
            "title": "Survivors",
            "reason": "they weigh B more",
            "synthesis": {"overall": {"rule": "worst", "missing": "exclude"}},
        }
    ],
)
STUDY = study(OF, {"L": {"A1": "Good", "B1": "Poor", "C": "Good"}})


def test_a_perspective_replaces_steps_and_nothing_else() -> None:
    (under,) = score_perspectives(STUDY, ["all"])
    assert (score(STUDY).overall.rating, under.scorecard.overall.rating) == ("Adequate", "Poor")
    assert [node.rating for node in under.scorecard.dimensions] == ["Good", "Poor", "Good"]


def test_an_unknown_perspective_is_told_with_the_nearest() -> None:
    with pytest.raises(NotFound, match='did you mean "survivors"'):
        score_perspectives(STUDY, ["survivor"])


def test_a_dimension_without_criteria_is_judged_directly() -> None:
    node = score(STUDY).case("L").nodes["C"]
    assert (node.kind, node.rating, node.is_judgement) == ("dimension", "Good", True)


def test_only_the_perspectives_that_are_named_are_scored_in_the_order_of_the_rubric() -> None:
    three = rubric(
        [dimension("A", ["A1"])],
        perspectives=[
            {"id": name, "title": name, "reason": "they differ", "hurdles": []}
            for name in ("first", "second", "third")
        ],
    )
    of = study(three, {"L": {"A1": "Good"}})
    named = score_perspectives(of, ["third", "first"])
    assert [under.perspective.id for under in named] == ["first", "third"]
    every = score_perspectives(of, ["all"])
    assert [under.perspective.id for under in every] == ["first", "second", "third"]
