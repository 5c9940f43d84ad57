import pytest

from tests.rubrics import dimension, rubric, scale_data, study
from vfi.robustness.alternatives import agreement, find_alternatives
from vfi.scoring import score
from vfi.study import load_study


@pytest.fixture(scope="module")
def scorecard():
    return score(load_study("domestic-abuse-duty-2025"))


@pytest.fixture(scope="module")
def found(scorecard):
    return {one.rule: one for one in find_alternatives(scorecard)}


def test_the_overall_good_hangs_on_averaging_ratings_with_ties_up(found, scorecard):
    """Dimensions 2, 2, 1, 1 average to 3/2, unrounded scores to 1.4548 (the evaluation, Tables 6.1 to 6.4)."""
    assert found["mean, ties up"].alone["overall"] == "Good"
    assert found["mean, ties down"].alone["overall"] == "Adequate"
    assert found["mean of scores, ties up"].alone["overall"] == "Adequate"
    assert found["pooled judgements, ties up"].alone["overall"] == "Adequate"
    agreed = agreement(scorecard, tuple(found.values()), "overall")
    assert (agreed.agree, agreed.rules) == (4, 12)


def test_throughout_changes_what_is_below_as_well(found):
    assert found["worst"].alone["E1"] == "Adequate"
    assert found["worst"].throughout["E1"] == "Poor"
    assert found["median, ties up"].throughout["overall"] == "Adequate"


def test_a_rule_that_compares_levels_does_not_suit_other_scales():
    built = rubric(
        [dimension("A", ["A1"], scale="other"), dimension("B")],
        scales={"other": scale_data([("No", 0), ("Yes", 3)])},
    )
    rules = {one.rule: one for one in find_alternatives(score(study(built, {"K": {"A1": "Good", "B": "Good"}})))}
    assert "overall" not in rules["worst"].alone
    assert rules["worst"].throughout == {}
    assert rules["worst"].alone["A1"] == "Good"
    assert rules["mean, ties up"].alone["overall"] == "Excellent"


def test_only_the_nodes_asked_for_are_rated_alone(scorecard, found):
    some = {one.rule: one for one in find_alternatives(scorecard, ("E1", "overall"))}
    assert all(set(one.alone) <= {"E1", "overall"} for one in some.values())
    assert some["worst"].alone == {node: found["worst"].alone[node] for node in ("E1", "overall")}
    assert some["worst"].throughout == found["worst"].throughout
