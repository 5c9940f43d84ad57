from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vfi.robustness.weights import find_acceptabilities, share_above
from vfi.scoring import score
from vfi.study import load_study

VALUES = st.lists(st.integers(0, 3), min_size=2, max_size=6).filter(lambda values: len(set(values)) > 1)


@settings(max_examples=40)
@given(VALUES, st.sampled_from([Fraction(1, 2), Fraction(3, 2), Fraction(5, 2), Fraction(1)]))
def test_the_share_is_that_of_random_weightings(values, threshold):
    weights = np.random.default_rng(1).dirichlet([1] * len(values), 20_000)
    simulated = float((weights @ values > float(threshold)).mean())
    assert float(share_above([Fraction(value) for value in values], threshold)) == pytest.approx(simulated, abs=0.02)


def test_half_of_all_weightings_make_the_overall_rating_adequate():
    """Dimensions Good, Good, Adequate, Adequate (Evaluation of the Domestic Abuse Duty, chapter 6): the mean is Good
    where the weights of Economy and Efficiency together are at least one half, which half of all weightings do."""
    found = {one.node: one.shares for one in find_acceptabilities(score(load_study("domestic-abuse-duty-2025")))}
    assert found["overall"] == {"Adequate": Fraction(1, 2), "Good": Fraction(1, 2)}
    assert found["E1"] == {"Adequate": Fraction(1, 4), "Good": Fraction(3, 4)}
    assert found["E3"] == {"Adequate": Fraction(11, 16), "Good": Fraction(5, 16)}
    assert found["E4"] == {"Adequate": 1}
