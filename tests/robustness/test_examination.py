import pytest

from tests.rubrics import dimension, rubric, study
from vfi.problems import NotFound, UserError
from vfi.robustness.examination import QUESTIONS, robustness
from vfi.scoring.scorecard import score

SCORECARD = score(
    study(rubric([dimension("A", ["A1"]), dimension("B")]), {"K": {"A1": "Good", "B": "Poor"}})
)


def test_only_the_questions_asked_are_answered() -> None:
    answers = robustness(SCORECARD, ["ties", "flips"])
    assert answers.questions == ("flips", "ties")
    assert set(answers.flips) == {"A1", "A", "B", "overall"}
    assert answers.left_out == ()
    assert answers.probabilities == {}


def test_a_single_node_can_be_asked_about() -> None:
    assert robustness(SCORECARD, ["flips"], "B").nodes == ("B",)


def test_what_does_not_exist_is_told() -> None:
    with pytest.raises(UserError, match="did you mean"):
        robustness(SCORECARD, ["flip"])
    with pytest.raises(NotFound):
        robustness(SCORECARD, ["flips"], "C")


def test_progress_names_each_question() -> None:
    told: list[tuple[str, int, int]] = []
    robustness(SCORECARD, progress=lambda question, done, of: told.append((question, done, of)))
    assert list(dict.fromkeys(question for question, _, _ in told)) == list(QUESTIONS)
    assert ("leave-out", 4, 4) in told
    for question in QUESTIONS:
        assert next(one for one in told if one[0] == question) == (question, 0, 1)


def test_a_rubric_with_many_hurdles_that_look_aside_gets_bounds() -> None:
    one = {"title": "h", "reason": "r", "kind": "soft", "cap": "Good", "node": "A"}
    hurdles = [one | {"id": f"h{n}", "when": [{"node": "B", "at": "Poor"}]} for n in range(7)]
    built = rubric([dimension("A", ["A1"]), dimension("B")], hurdles=hurdles)
    made = score(study(built, {"K": {"A1": "Good", "B": "Good"}}))
    answers = robustness(made, ["flips", "uncertainty"])
    down, up = answers.flips["overall"]
    assert (down.steps.fewest, down.steps.exact, down.steps.to) == (1, False, None)
    assert not up.steps.exact
    assert answers.probabilities["overall"].draws is not None
