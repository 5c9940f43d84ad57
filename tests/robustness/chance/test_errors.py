"""How likely a judgement is to be off, and which judgements are alike in that."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.rubrics import TWO, dimension, rubric, scale_data, study
from vfi.robustness.chance.errors import RATES, ErrorModel, JudgementGroup, groups_of, levels_up
from vfi.robustness.grid import columns_of
from vfi.study.models import Judgement, Study


def made(*levels: str | None) -> Study:
    of = rubric([dimension("A")])
    return study(of, {f"c{place}": {"A": level} for place, level in enumerate(levels)})


@pytest.mark.parametrize(
    ("confidence", "chance"), [("high", "1/20"), ("low", "3/10"), ("", "1/10")]
)
def test_the_chance_of_an_error_is_that_of_the_confidence(confidence: str, chance: str) -> None:
    judgement = Judgement("c", "A", "Good", confidence=confidence)
    assert ErrorModel().of(judgement) == Fraction(chance)


def test_judgements_at_one_level_and_of_one_confidence_are_a_group() -> None:
    study = made("Good", "Good", "Poor", None)
    unsure = study.judgements[0]._replace(confidence="low")
    study = replace(study, judgements=(unsure, *study.judgements[1:]))
    groups = groups_of(study, ErrorModel())["A"]
    assert [(group.level, group.size) for group in groups] == [(0, 1), (2, 1), (2, 1)]
    assert [group.down + group.up for group in groups] == pytest.approx([0.1, 0.1, 0.3])


def test_at_the_ends_of_a_scale_an_error_goes_inwards() -> None:
    low, high = groups_of(made("Poor", "Excellent"), ErrorModel())["A"]
    assert (low.down, low.up) == pytest.approx((0, 0.1))
    assert (high.down, high.up) == pytest.approx((0.1, 0))


def test_judgements_add_up_in_levels_above_the_lowest() -> None:
    assert levels_up(columns_of(made("Good", "Poor", "Excellent", None))["A"]) == 5


HALF = ErrorModel(Fraction(1, 2))


def test_in_the_middle_half_of_the_errors_go_each_way_and_at_an_end_all_go_inwards() -> None:
    of = study(
        rubric([dimension("A")]),
        {"K": {"A": "Poor"}, "L": {"A": "Good"}, "M": {"A": "Excellent"}, "N": {"A": "Good"}},
    )
    assert groups_of(of, HALF)["A"] == (
        JudgementGroup(0, 1, 0.0, 0.5),
        JudgementGroup(2, 2, 0.25, 0.25),
        JudgementGroup(3, 1, 0.5, 0.0),
    )


def test_on_a_scale_of_two_levels_each_error_is_the_other_level() -> None:
    of = rubric([dimension("A", scale="other")], scales={"other": scale_data(TWO)})
    made = study(of, {"K": {"A": "Absent"}, "L": {"A": "Present"}, "M": {"A": None}})
    assert groups_of(made, HALF)["A"] == (
        JudgementGroup(0, 1, 0.0, 0.5),
        JudgementGroup(1, 1, 0.5, 0.0),
    )


def test_judgements_of_another_confidence_are_a_group_of_their_own() -> None:
    made = study(rubric([dimension("A")]), {"K": {"A": "Good"}, "L": {"A": "Good"}})
    sure = tuple(
        judgement._replace(confidence=confidence)
        for judgement, confidence in zip(made.judgements, ("high", ""), strict=True)
    )
    groups = groups_of(replace(made, judgements=sure), ErrorModel())["A"]
    assert groups == (JudgementGroup(2, 1, 0.025, 0.025), JudgementGroup(2, 1, 0.05, 0.05))
    assert (RATES["high"], RATES["medium"], RATES["low"]) == (
        Fraction(1, 20),
        Fraction(3, 20),
        Fraction(3, 10),
    )
