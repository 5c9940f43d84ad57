"""Judgements drawn many times over: what is near the exact chances, and what never changes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from tests.robustness.brute_force import Grid, grids, rubrics
from tests.rubrics import MEAN, dimension, rubric, study
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.simulation import simulate
from vfi.robustness.chance.uncertainty import uncertainty
from vfi.rubric.models.rubric import Rubric
from vfi.study.loading import load_study
from vfi.study.models import Study

RATE = Fraction(3, 10)


@settings(max_examples=30)
@given(rubrics(), grids(2))
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


ERRORS = ErrorModel(Fraction(3, 10))


def of_levels(levels: list[str | None], **step: Any) -> Study:
    criterion = MEAN | step
    built = rubric(
        [dimension("A")], synthesis={"criterion": criterion, "dimension": MEAN, "overall": MEAN}
    )
    return study(built, {f"L{place}": {"A": level} for place, level in enumerate(levels)})


@pytest.mark.parametrize(
    "levels",
    [
        ["Poor", "Poor", "Poor"],
        ["Excellent", "Excellent"],
        ["Adequate", "Good", "Good"],
        ["Poor", "Adequate", "Excellent", "Excellent", None],
    ],
)
@pytest.mark.parametrize("rule", ["mean", "median", "worst", "best", "mode"])
def test_drawn_chances_are_near_the_exact_ones(levels: list[str | None], rule: str) -> None:
    ties = {} if rule in ("worst", "best") else {"ties": "up"}
    made = study_with(rule, ties, levels)
    exact = uncertainty(made, ERRORS, None, 1)["A"]
    drawn = simulate(made, ERRORS, 20_000, 1)["A"]
    assert exact.draws is None
    assert drawn.draws == 20_000
    assert drawn.chances == pytest.approx(dict(exact.chances), abs=0.015)


def study_with(rule: str, ties: dict[str, str], levels: list[str | None]) -> Study:
    criterion = {"rule": rule, "missing": "exclude", **ties}
    built = rubric(
        [dimension("A")], synthesis={"criterion": criterion, "dimension": MEAN, "overall": MEAN}
    )
    return study(built, {f"L{place}": {"A": level} for place, level in enumerate(levels)})


def test_what_counts_as_a_level_is_among_what_a_rule_looks_at() -> None:
    """With two at Poor, 1 and 3 have the median 1/2, and 3 and 3 have 3/2."""
    criterion = {"rule": "median", "ties": "up", "missing": {"as": "Poor"}}
    built = rubric(
        [dimension("A")], synthesis={"criterion": criterion, "dimension": MEAN, "overall": MEAN}
    )
    levels = {"K": "Good", "L": "Excellent", "M": None, "N": None}
    made = study(built, {case: {"A": level} for case, level in levels.items()})
    exact = uncertainty(made, ERRORS, None, 1)["A"]
    assert exact.draws is None
    assert exact.chances == pytest.approx({"Adequate": 0.895, "Good": 0.105})
    drawn = simulate(made, ERRORS, 20_000, 1)["A"]
    assert drawn.chances == pytest.approx(dict(exact.chances), abs=0.015)


def test_insufficient_evidence_stays_and_may_count_as_a_level() -> None:
    as_poor = of_levels(["Good", None], missing={"as": "Poor"})
    assert simulate(as_poor, ErrorModel(Fraction(0)), 50, 1)["A"].chances == {"Adequate": 1.0}
    none = of_levels([None, None], missing={"as": "Good"})
    assert simulate(none, ERRORS, 50, 1)["A"].chances == {"Good": 1.0}


def test_a_node_without_evidence_has_no_rating_in_any_draw() -> None:
    assert simulate(of_levels([None]), ERRORS, 50, 1)["A"].chances == {"No rating": 1.0}


def test_where_too_few_cases_have_a_level_there_is_no_rating_in_any_draw() -> None:
    made = of_levels(["Good", None, None], minimum_coverage="1/2")
    assert simulate(made, ERRORS, 50, 1)["A"].chances == {"No rating": 1.0}


def test_where_no_judgement_can_be_off_every_draw_is_the_rating() -> None:
    made = of_levels(["Good", "Excellent", "Poor"])
    assert simulate(made, ErrorModel(Fraction(0)), 50, 1)["A"].chances == {"Good": 1.0}


def test_where_every_judgement_is_off_none_stays() -> None:
    sure = ErrorModel(Fraction(1))
    poor = simulate(of_levels(["Poor", "Poor"]), sure, 50, 1)["A"]
    assert poor.chances == {"Adequate": 1.0}
    top = simulate(study_with("worst", {}, ["Excellent", "Excellent"]), sure, 50, 1)["A"]
    assert top.chances == {"Good": 1.0}
