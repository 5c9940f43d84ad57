from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.other.weights import find_acceptabilities, share_above
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.study.models import Failure

TIERS = ("criterion", "dimension", "overall")
VALUES = st.lists(st.integers(0, 3), min_size=2, max_size=6).filter(
    lambda values: len(set(values)) > 1
)


@settings(max_examples=40)
@given(VALUES, st.sampled_from([Fraction(1, 2), Fraction(3, 2), Fraction(5, 2), Fraction(1)]))
def test_the_share_is_that_of_random_weightings(values: list[int], threshold: Fraction) -> None:
    weights = np.random.default_rng(1).dirichlet([1] * len(values), 20_000)
    simulated = float((weights @ values > float(threshold)).mean())
    assert float(share_above([Fraction(value) for value in values], threshold)) == pytest.approx(
        simulated, abs=0.02
    )


def test_half_of_all_weightings_make_the_overall_rating_adequate() -> None:
    """Dimensions Good, Good, Adequate, Adequate (Evaluation of the Domestic Abuse Duty, chapter 6):
    the mean is Good where the weights of Economy and Efficiency together are at least one half,
    which half of all weightings do.
    """
    found = {
        one.node: one.shares
        for one in find_acceptabilities(score(load_study("domestic-abuse-duty-2025")))
    }
    assert found["overall"] == {"Adequate": Fraction(1, 2), "Good": Fraction(1, 2)}
    assert found["E1"] == {"Adequate": Fraction(1, 4), "Good": Fraction(3, 4)}
    assert found["E3"] == {"Adequate": Fraction(11, 16), "Good": Fraction(5, 16)}
    assert found["E4"] == {"Adequate": 1}


@pytest.mark.parametrize(
    ("recorded", "expected"), [(True, {"Adequate"}), (False, {"Adequate", "Good"})]
)
def test_only_a_hurdle_that_is_triggered_limits_what_weightings_can_give(
    recorded: bool, expected: set[str]
) -> None:
    hurdle = {
        "id": "h",
        "title": "h",
        "reason": "r",
        "kind": "soft",
        "cap": "Adequate",
        "node": "overall",
    }
    built = rubric(
        [dimension("A"), dimension("B")],
        failure_indicators=[{"id": "breach", "title": "b", "meaning": "m"}],
        hurdles=[hurdle | {"when": [{"failure": "breach"}]}],
    )
    failures = [Failure("K", "breach", "because")] if recorded else []
    made = score(study(built, {"K": {"A": "Adequate", "B": "Good"}}, failures=failures))
    (found,) = [one for one in find_acceptabilities(made) if one.node == "overall"]
    assert set(found.shares) == expected
    assert sum(found.shares.values()) == 1


def test_equal_ratings_give_one_level_whatever_the_weights_and_a_single_one_is_not_asked() -> None:
    built = rubric([dimension("A"), dimension("B"), dimension("C")])
    made = score(study(built, {"K": {"A": "Good", "B": "Good", "C": None}}))
    assert [(one.node, dict(one.shares)) for one in find_acceptabilities(made)] == [
        ("overall", {"Good": Fraction(1)})
    ]
    alone = score(study(built, {"K": {"A": "Good", "B": None, "C": None}}))
    assert find_acceptabilities(alone) == ()


def test_only_means_above_the_criteria_are_asked() -> None:
    best = {"rule": "best", "missing": "exclude"}
    built = rubric(
        [dimension("A", ["A1", "A2"], synthesis=best), dimension("B")],
        synthesis=dict.fromkeys(TIERS, MEAN),
    )
    made = score(
        study(
            built,
            {
                "K": {"A1": "Good", "A2": "Poor", "B": "Poor"},
                "L": {"A1": "Poor", "A2": "Poor", "B": None},
            },
        )
    )
    assert [one.node for one in find_acceptabilities(made)] == ["overall"]


@pytest.mark.parametrize(("ties", "expected"), [("up", "Good"), ("down", "Adequate")])
def test_where_all_lie_on_a_threshold_ties_decide_whatever_the_weights(
    ties: str, expected: str
) -> None:
    overall = MEAN | {"of": "scores", "ties": ties}
    built = rubric(
        [dimension("A"), dimension("B")],
        synthesis={"criterion": MEAN, "dimension": MEAN, "overall": overall},
    )
    grid = {"K": {"A": "Good", "B": "Good"}, "L": {"A": "Adequate", "B": "Adequate"}}
    (found,) = find_acceptabilities(score(study(built, grid)))
    assert found.shares == {expected: Fraction(1)}


def test_a_value_on_the_threshold_does_not_exceed_it() -> None:
    """Of 0, 1 and 1 the mean never exceeds 1; of 1, 1 and 2 it does where 2 has any weight."""
    zero, one, two = Fraction(0), Fraction(1), Fraction(2)
    assert share_above([zero, one, one], one) == 0
    assert share_above([one, one, two], one) == 1
    assert share_above([zero, one, two], one) == Fraction(1, 2)
