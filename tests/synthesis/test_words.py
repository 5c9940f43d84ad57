"""Words that several rules share."""

from fractions import Fraction

from vfi.synthesis.words import weights_in_words


def test_weights_are_told_with_whose_they_are_in_the_order_declared() -> None:
    weights = {"E2": Fraction(1, 3), "E1": Fraction(2)}
    assert weights_in_words(weights) == "E2 1/3, E1 2"
