from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.rubrics import dimension, rubric, study
from vfi.robustness.chance.errors import ErrorModel, groups_of, levels_up
from vfi.robustness.grid import columns_of
from vfi.study import Judgement, Study


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
