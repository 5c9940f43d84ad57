from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests import rubrics
from tests.making import RUBRIC, make_study, rubric_of, study_of
from vfi import Explanation, NotFound, Scorecard, explain, load_study, score
from vfi.scoring.explanation import JudgementExplanation


@pytest.fixture
def scorecard(tmp_path: Path) -> Scorecard:
    return score(load_study(make_study(tmp_path)))


def of_node(scorecard: Scorecard, node: str, case: str | None = None) -> Explanation:
    explanation = explain(scorecard, node, case)
    assert isinstance(explanation, Explanation)
    return explanation


def test_criterion_down_to_its_judgements(scorecard: Scorecard) -> None:
    found = of_node(scorecard, "A.2")
    assert [(share.level.name, share.inputs, share.points) for share in found.shares] == [
        ("High", (), Fraction(0)),
        ("Middle", ("N",), Fraction(1)),
        ("Low", (), Fraction(0)),
    ]
    assert (found.total, found.counted, found.excluded) == (Fraction(1), 1, ("S",))
    assert found.thresholds == (
        "0.5 above the threshold of 0.5, where Middle begins (below it Low ends)",
        "0.5 below the threshold of 1.5, where High begins",
    )


def test_value_on_a_threshold_is_said_to_be_on_it(scorecard: Scorecard) -> None:
    assert of_node(scorecard, "overall").thresholds == (
        "exactly on the threshold of 1.5, where High begins (below it Middle ends)",
    )


def test_value_on_a_threshold_with_ties_down(tmp_path: Path) -> None:
    scorecard = score(
        load_study(make_study(tmp_path, {}, RUBRIC.replace("ties: up", "ties: down")))
    )
    assert of_node(scorecard, "A.1").thresholds == (
        "1 above the threshold of 0.5, where Middle begins (at it Low still holds)",
        "exactly on the threshold of 1.5, where High begins",
    )


def test_distance_that_no_decimal_holds_is_given_as_a_fraction_too() -> None:
    grid = {"a": {"D1.1": "L0"}, "b": {"D1.1": "L1"}, "c": {"D1.1": "L1"}}
    found = of_node(score(study_of(rubric_of([1]), grid)), "D1.1")
    assert found.thresholds[0].startswith("0.1667 (1/6) above")


def test_dimension_of_one_case_rests_on_its_judgements(scorecard: Scorecard) -> None:
    found = of_node(scorecard, "A", "S")
    assert (found.node.case, found.node.rating, found.excluded) == ("S", "Middle", ("A.2",))
    assert "the levels that the case was judged at" in found.rule


def test_rule_says_whether_ratings_or_scores_are_taken_and_where_ties_go(
    scorecard: Scorecard,
) -> None:
    assert "the ratings of its criteria" in of_node(scorecard, "A").rule
    assert "goes to the higher" in of_node(scorecard, "A").rule
    rubric = rubric_of([1], overall={"of": "scores", "ties": "down"})
    rule = of_node(score(study_of(rubric, {"a": {"D1.1": "L1"}})), "overall").rule
    assert "the unrounded scores of the dimensions" in rule
    assert "goes to the lower" in rule


def test_judgement_with_its_standard_and_evidence(scorecard: Scorecard) -> None:
    found = explain(scorecard, "A.1", "N")
    assert isinstance(found, JudgementExplanation)
    assert (found.case.name, found.criterion.title, found.judgement.level) == (
        "North",
        "Opening hours",
        "High",
    )
    assert found.judgement.reason == "Open until nine"
    assert found.standard is not None
    assert found.standard.text == "Open in the evening"
    assert [source.title for source in found.evidence] == ["Notes of the visit"]


def test_insufficient_evidence_has_no_standard(scorecard: Scorecard) -> None:
    found = explain(scorecard, "A.2", "S")
    assert isinstance(found, JudgementExplanation)
    assert (found.judgement.level, found.standard, found.evidence) == (None, None, ())


def test_sum_by_count_and_mean_agree_for_every_node(scorecard: Scorecard) -> None:
    for node in scorecard.walk():
        found = of_node(scorecard, node.id, node.case)
        assert found.node == node
        assert node.value == found.total / found.counted


@pytest.mark.parametrize(
    ("node", "case"), [("A.3", None), ("A.1", "X"), ("A.3", "N"), ("overall", "X")]
)
def test_unknown_node_or_case(scorecard: Scorecard, node: str, case: str | None) -> None:
    with pytest.raises(NotFound):
        explain(scorecard, node, case)


def test_judgement_that_a_study_made_in_code_lacks() -> None:
    scorecard = score(study_of(rubric_of([2]), {"a": {"D1.1": "L1"}}))
    with pytest.raises(NotFound, match=r'"a" has no judgement on "D1\.2"'):
        explain(scorecard, "D1.2", "a")


def test_the_case_of_a_judgement_is_the_one_asked_for(scorecard: Scorecard) -> None:
    found = explain(scorecard, "A.1", "S")
    assert isinstance(found, JudgementExplanation)
    assert (found.case.id, found.judgement.case) == ("S", "S")


def test_inputs_of_a_step_that_takes_scores_have_landmarks() -> None:
    grid = {"a": {"D1.1": "L1"}, "b": {"D1.1": "L2"}}
    ratings = of_node(score(study_of(rubric_of([1]), grid)), "overall")
    assert ratings.landmarks == {}
    scores = of_node(
        score(study_of(rubric_of([1], overall={"of": "scores"}), grid)), "overall"
    ).landmarks
    assert list(scores) == ["D1"]
    assert set(scores["D1"]) == {0, Fraction(1, 2), Fraction(3, 2), Fraction(5, 2), 3}


def test_judgements_have_no_landmarks_even_where_a_step_takes_scores() -> None:
    mean = rubrics.MEAN | {"of": "scores"}
    synthesis = {"criterion": mean, "dimension": mean, "overall": mean}
    of = rubrics.rubric([rubrics.dimension("A", ["A1"])], synthesis=synthesis)
    card = score(rubrics.study(of, {"N": {"A1": "Good"}}))
    assert of_node(card, "A1").landmarks == {}
    assert list(of_node(card, "A", "N").landmarks) == ["A1"]


def test_shares_are_on_the_scale_of_the_inputs() -> None:
    present = {
        "rule": "bands",
        "on": "percentage",
        "missing": "exclude",
        "scale": "ratings",
        "bands": [{"rating": "Poor", "below": 50}, {"rating": "Good", "from": 50}],
    }
    of = rubrics.rubric(
        [
            rubrics.dimension(
                "A", [rubrics.criterion("A1", scale="presence", synthesis=present), "A2"]
            )
        ],
        scales={
            "presence": rubrics.scale_data(rubrics.TWO),
            "ratings": rubrics.scale_data(rubrics.FOUR),
        },
    )
    card = score(rubrics.study(of, {"N": {"A1": "Present", "A2": None}}))
    shares = of_node(card, "A1").shares
    assert [(share.level.name, share.inputs) for share in shares] == [
        ("Present", ("N",)),
        ("Absent", ()),
    ]
    without = of_node(card, "A2").shares
    assert [(share.level.name, share.inputs) for share in without] == [
        ("Excellent", ()),
        ("Good", ()),
        ("Adequate", ()),
        ("Poor", ()),
    ]
