from __future__ import annotations

from fractions import Fraction

import pytest

from tests.relational.studies import rubric_of, scale_of
from vfi.relational.errors import CannotRecompute
from vfi.relational.scales import Scales

OTHER = scale_of(["Absent", "Present"], ["1/3", "3/4"])
SCALES = Scales.of(rubric_of({"A": ["A.1"]}, scales={"two": OTHER}))


def test_one_unit_makes_the_values_of_every_scale_whole() -> None:
    assert SCALES.unit == 12
    assert SCALES.values("default") == [0, 12, 24]
    assert SCALES.values("two") == [4, 9]
    assert SCALES.top("two") == 9


def test_thresholds_lie_half_way_between_neighbours() -> None:
    assert SCALES.thresholds("default") == [Fraction(1, 2), Fraction(3, 2)]
    assert SCALES.thresholds("two") == [Fraction(13, 24)]


def test_a_level_of_another_scale_is_refused() -> None:
    assert SCALES.position("two", "Present") == 1
    with pytest.raises(CannotRecompute, match='"High" cannot be compared with those of the scale'):
        SCALES.position("two", "High")


def test_the_table_of_levels_has_a_row_for_each_level_of_each_scale() -> None:
    assert list(SCALES.rows()) == [
        ("default", "Low", 0, 0),
        ("default", "Middle", 1, 12),
        ("default", "High", 2, 24),
        ("two", "Absent", 0, 4),
        ("two", "Present", 1, 9),
    ]


def test_a_scale_is_found_by_what_is_on_it() -> None:
    assert [SCALES.key(scale) for scale in SCALES.by_key.values()] == ["default", "two"]
