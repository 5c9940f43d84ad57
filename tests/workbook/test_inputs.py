from __future__ import annotations

from pathlib import Path

import pytest

from tests.rubrics import MEAN, Grid, dimension, rubric, scale, study
from tests.workbook.changing import check
from tests.workbook.recalculating import needs_libreoffice
from vfi.synthesis.conditions.count import CountCondition
from vfi.workbook.inputs import places_meant


@pytest.mark.parametrize(
    ("selector", "places"),
    [
        ({"at_or_above": "Good"}, range(2, 4)),
        ({"below": "Good"}, range(2)),
        ({"at": "Poor"}, range(1)),
        ({}, range(4)),
        ({"below": "Poor"}, range(0)),
    ],
)
def test_a_condition_means_neighbouring_places(selector: dict[str, str], places: range) -> None:
    condition = {"exactly": 1, "among": "criteria", **selector}
    assert places_meant(CountCondition.model_validate(condition), scale()) == places


@needs_libreoffice
def test_what_is_missing_is_filled_and_what_is_undetermined_is_not(tmp_path: Path) -> None:
    gap = {"rule": "counting", "missing": "exclude"}
    rows = [{"rating": "Good", "when": [{"at_least": 1, "at": "Good"}]}]
    filled = MEAN | {"missing": {"as": "Poor"}, "minimum_coverage": "1/3"}
    of = rubric(
        [dimension("A", ["A1", "A2"], synthesis=gap | {"rows": rows}), dimension("B", ["B1"])],
        synthesis={"criterion": filled, "dimension": filled, "overall": filled},
    )
    before: Grid = {
        "L": {"A1": "Good", "A2": None, "B1": "Good"},
        "M": {"A1": None, "A2": None, "B1": None},
    }
    after: Grid = {
        "L": {"A1": "Poor", "A2": "Poor", "B1": None},
        "M": {"A1": None, "A2": "Good", "B1": None},
    }
    check([(study(of, before), study(of, after))], tmp_path)
