from fractions import Fraction

from vfi.robustness.thresholds import Position, find_tie_threshold
from vfi.scoring import score
from vfi.study import load_study


def test_the_published_ratings_hold_from_just_above_8_19ths_to_one_half():
    """E4.2 is 27/19 and Adequate, overall is 3/2 and Good (Evaluation of the Domestic Abuse Duty, chapter 6)."""
    found = find_tie_threshold(score(load_study("domestic-abuse-duty-2025")))
    assert found.above == Position("E4.2", Fraction(8, 19))
    assert found.up_to == Position("overall", Fraction(1, 2))
    assert found.holds(Fraction(1, 2))
    assert not found.holds(Fraction(8, 19))
    assert not found.holds(Fraction(51, 100))
