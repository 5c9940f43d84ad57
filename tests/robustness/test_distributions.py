from __future__ import annotations

import pytest

from vfi.robustness.distributions import Distribution


def test_the_standard_error_is_that_of_a_share_of_draws() -> None:
    found = Distribution("A", {"Poor": 0.2, "Good": 0.8}, draws=100)
    assert [found.error(level) for level in ("Poor", "Good", "Excellent")] == pytest.approx([0.04, 0.04, 0])


def test_an_exact_chance_has_no_error() -> None:
    assert Distribution("A", {"Poor": 0.2, "Good": 0.8}).error("Poor") == 0.0
