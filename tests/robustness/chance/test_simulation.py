"""Chances by drawing, held against the exact ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.robustness.brute_force import Grid, grids, rubrics
from tests.rubrics import study
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.simulation import simulate
from vfi.robustness.chance.uncertainty import uncertainty
from vfi.rubric import Rubric
from vfi.study import load_study

RATE = Fraction(3, 10)


@settings(max_examples=30)
@given(rubrics() | rubrics(scores=True), grids(2))
def test_simulated_chances_are_near_the_exact_ones(built: Rubric, levels: Grid) -> None:
    made = study(built, levels)
    exact = uncertainty(made, ErrorModel(RATE), None, 1)
    for node, drawn in simulate(made, ErrorModel(RATE), 4000, 1).items():
        assert sum(drawn.chances.values()) == pytest.approx(1)
        for rating, chance in exact[node].chances.items():
            assert drawn.chances.get(rating, 0.0) == pytest.approx(chance, abs=0.05)


def test_a_seed_repeats_a_simulation() -> None:
    made = load_study("domestic-abuse-duty-2025")
    first, again, other = (uncertainty(made, ErrorModel(), 2000, seed) for seed in (1, 1, 2))
    assert first == again != other
