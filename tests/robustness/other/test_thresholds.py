from fractions import Fraction

from tests.rubrics import MEAN, dimension, rubric, scale_data, study
from vfi.robustness.other.thresholds import Position, TieThreshold, find_tie_threshold
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


def test_the_published_ratings_hold_from_just_above_8_19ths_to_one_half() -> None:
    """E4.2 is 27/19 and Adequate, overall is 3/2 and Good (Evaluation of the Domestic Abuse Duty,
    chapter 6).
    """
    found = find_tie_threshold(score(load_study("domestic-abuse-duty-2025")))
    assert found.above == Position("E4.2", Fraction(8, 19))
    assert found.up_to == Position("overall", Fraction(1, 2))
    assert found.holds(Fraction(1, 2))
    assert not found.holds(Fraction(8, 19))
    assert not found.holds(Fraction(51, 100))


def test_values_on_a_level_and_rules_without_a_number_say_nothing_of_ties() -> None:
    worst = {"rule": "worst", "missing": "exclude"}
    built = rubric([dimension("A", synthesis=worst), dimension("B")])
    made = study(built, {"K": {"A": "Poor", "B": "Good"}, "L": {"A": "Good", "B": "Good"}})
    assert find_tie_threshold(score(made)) == TieThreshold(None, None)


def test_without_any_value_between_levels_every_threshold_holds() -> None:
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}})
    found = find_tie_threshold(score(made))
    assert found == TieThreshold(None, None)
    assert found.holds(Fraction(0))
    assert found.holds(Fraction(1))


def test_the_value_before_hurdles_decides_and_the_nearest_on_each_side_is_kept() -> None:
    built = rubric(
        [dimension("A"), dimension("B"), dimension("C")],
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), MEAN),
        hurdles=[
            {
                "id": "h",
                "title": "h",
                "reason": "r",
                "kind": "hard",
                "node": "A",
                "when": [{"node": "B", "at": "Adequate"}],
            }
        ],
    )
    grid = {
        "K": {"A": "Good", "B": "Adequate", "C": "Poor"},
        "L": {"A": "Good", "B": "Adequate", "C": "Poor"},
        "M": {"A": "Adequate", "B": "Good", "C": "Adequate"},
    }
    found = find_tie_threshold(score(study(built, grid)))
    assert found == TieThreshold(
        above=Position("B", Fraction(1, 3)), up_to=Position("A", Fraction(2, 3))
    )


def test_the_fraction_is_of_the_way_from_one_level_to_the_next() -> None:
    built = rubric(
        [dimension("A")],
        scale=scale_data([("Low", 1), ("Middle", 3), ("High", 8)]),
        synthesis=dict.fromkeys(("criterion", "dimension", "overall"), MEAN),
    )
    # (3 + 3 + 8) / 3 is 14/3, which is 5/3 of the 5 from Middle to High.
    grid = {"K": {"A": "Middle"}, "L": {"A": "Middle"}, "M": {"A": "High"}}
    found = find_tie_threshold(score(study(built, grid)))
    assert found == TieThreshold(above=Position("A", Fraction(1, 3)), up_to=None)


def test_bands_and_nodes_without_evidence_say_nothing_of_ties() -> None:
    bands = [{"rating": "Poor", "below": 1}, {"rating": "Good", "from": 1}]
    step = {"rule": "bands", "on": "mean", "missing": "exclude", "bands": bands}
    built = rubric([dimension("A", synthesis=step), dimension("B")])
    grid = {"K": {"A": "Good", "B": None}, "L": {"A": "Adequate", "B": None}}
    made = score(study(built, grid))
    assert made.node("A").value == Fraction(3, 2)
    assert find_tie_threshold(made) == TieThreshold(None, None)
