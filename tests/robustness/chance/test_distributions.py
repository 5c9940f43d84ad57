"""Chances that add up to all, and are never said to be all or none of what they are not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from vfi.numbers import percent
from vfi.robustness.chance.distributions import Distribution


def test_the_standard_error_is_that_of_a_share_of_draws() -> None:
    found = Distribution("A", {"Poor": 0.2, "Good": 0.8}, draws=100)
    assert [found.error(level) for level in ("Poor", "Good", "Excellent")] == pytest.approx(
        [0.04, 0.04, 0]
    )


def test_an_exact_chance_has_no_error() -> None:
    assert Distribution("A", {"Poor": 0.2, "Good": 0.8}).error("Poor") == 0.0


def test_what_alone_can_happen_is_certain_whatever_floats_add_up_to() -> None:
    assert Distribution("A", {"Good": 0.9999999999999998}).share("Good") == 1
    assert Distribution("A", {"Good": 1.0000000000000002}).share("Good") == 1


def test_the_likeliest_result_has_what_the_others_leave() -> None:
    chances = Distribution("A", {"Poor": 1e-18, "Good": 1.0})
    assert chances.share("Good") == 1 - Fraction(1e-18)
    assert percent(chances.share("Good"), 1) == "over 99.99999%"
    assert percent(chances.share("Poor"), 1) == "under 0.00001%"
    assert chances.share("Excellent") == 0


def test_only_the_likeliest_is_what_the_others_leave() -> None:
    found = Distribution("A", {"Poor": 0.1, "Good": 0.3, "Excellent": 0.6})
    assert found.share("Poor") == Fraction(0.1)
    assert found.share("Good") == Fraction(0.3)
    assert found.share("Excellent") == 1 - Fraction(0.1) - Fraction(0.3)


def test_of_two_that_are_equally_likely_each_is_what_the_others_leave() -> None:
    third = 1 / 3
    found = Distribution("A", {"Poor": third, "Good": third, "Excellent": third})
    assert found.share("Poor") == found.share("Excellent") == 1 - 2 * Fraction(third)
