from __future__ import annotations

from fractions import Fraction

import pytest

from vfi.rubric.models.indicators import Indicator


def indicator(measure: str = "value") -> Indicator:
    return Indicator.model_validate(
        {
            "title": "Books for each reader",
            "unit": "books",
            "measure": measure,
            "better": "higher",
            "levels": [
                {"rating": "Low", "below": 2},
                {"rating": "High", "from": 2, "below": 4},
            ],
        }
    )


@pytest.mark.parametrize(
    ("value", "level"), [("1.99", "Low"), ("2", "High"), ("3.999", "High"), ("4", None)]
)
def test_a_value_proposes_the_level_whose_band_holds_it(value: str, level: str | None) -> None:
    assert indicator().propose(Fraction(value)) == level


@pytest.mark.parametrize(("measure", "value"), [("ratio", "1/3"), ("percentage", "100/3")])
def test_a_ratio_may_be_taken_as_a_percentage(measure: str, value: str) -> None:
    assert indicator(measure).measured(Fraction(1), Fraction(3)) == Fraction(value)
